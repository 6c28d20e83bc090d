using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Contracts;

/// <summary>
/// Judges one criterion over a whole conversation. Rules and language models implement it alike; nothing above the station knows which kind spoke.
/// Thread-safe. The same conversation and digest give the same verdicts.
/// </summary>
public interface IConversationJudge
{
    /// <summary>Who judges, down to the last setting.</summary>
    JudgeDigest Digest { get; }

    /// <summary>The criterion of every verdict.</summary>
    string Criterion { get; }

    /// <summary>
    /// The verdicts on the conversation, in order of turn and subject. An item that cannot be judged is a verdict (abstained, not applicable,
    /// unscored), never an exception.
    /// </summary>
    ValueTask<IReadOnlyList<Verdict>> JudgeAsync(ConversationToJudge conversation, CancellationToken cancellationToken);
}
