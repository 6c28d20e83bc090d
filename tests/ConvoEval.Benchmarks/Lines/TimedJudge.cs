using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Contracts;

namespace ConvoEval.Benchmarks.Lines;

/// <summary>Adds up the time inside a judge.</summary>
internal sealed class TimedJudge(IConversationJudge inner, StationClock clock) : IConversationJudge
{
    private readonly string _name = "judge " + inner.Criterion;

    public JudgeDigest Digest => inner.Digest;

    public string Criterion => inner.Criterion;

    public async ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var verdicts = await inner.JudgeAsync(conversation, cancellationToken);
        clock.Add(_name, began);
        return verdicts;
    }
}
