using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Contracts;

/// <summary>Judges one criterion of one response against given golden items. Thread-safe; the same input and digest give the same verdict.</summary>
public interface IResponseJudge
{
    /// <summary>Who judges, down to the last setting.</summary>
    JudgeDigest Digest { get; }

    /// <summary>The criterion of every verdict.</summary>
    string Criterion { get; }

    /// <summary>The verdict. A response that cannot be judged is a verdict too, never an exception.</summary>
    ValueTask<Verdict> JudgeAsync(ResponseToJudge response, CancellationToken cancellationToken);
}
