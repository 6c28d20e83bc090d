using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage;

/// <summary>
/// Fills in grades that a run owes. Nothing is overwritten: a new verdict points to the one it supersedes, both are
/// kept.
/// </summary>
public interface IVerdictStore
{
    /// <summary>
    /// Adds verdicts of a second attempt, with the facts that follow from them. Each supersedes the standing unscored
    /// verdict with the same criterion, turn, subject and judge (the same digest, or, when there is none, the only one
    /// with that judge name). When one finds none to supersede, nothing is stored
    /// (<see cref="StoreFailure.NothingToSupersede"/>): a grade that stands is never replaced.
    /// </summary>
    Task AppendRetriedAsync(
        RunId run,
        ConversationKey key,
        int revision,
        IReadOnlyList<Verdict> verdicts,
        ConversationFacts updated,
        CancellationToken cancellationToken);

    /// <summary>
    /// Standing verdicts on latest revisions that owe a grade; only those of one reason unless it is null.
    /// </summary>
    Task<long> CountUnscoredAsync(RunId run, UnscoredReason? reason, CancellationToken cancellationToken);
}
