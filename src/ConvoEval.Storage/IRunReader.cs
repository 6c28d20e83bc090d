using System.Collections.Generic;
using System.Threading;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Storage;

/// <summary>
/// Reads what a run stored. Each stream shows the store as it was when the stream began, whatever is written meanwhile,
/// and holds a few rows in memory. "Order of key" is that of <see cref="ConversationKey.CompareTo"/>. An unknown run is
/// a <see cref="StoreException"/> (<see cref="StoreFailure.UnknownRun"/>). Thread-safe.
/// </summary>
public interface IRunReader
{
    /// <summary>The newest facts of the latest revision of every conversation, in order of commit, as <see cref="ReadVerdictsAsync"/> goes.</summary>
    IAsyncEnumerable<ConversationFacts> ReadFactsAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>
    /// The verdicts that stand (not superseded) on the latest revision of every conversation: conversations in the
    /// order in which they were committed, within one by turn (the whole conversation first), criterion, subject (none
    /// first), judge name and judge hash.
    /// </summary>
    IAsyncEnumerable<StoredVerdict> ReadVerdictsAsync(
        RunId run, VerdictFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// The latest revision of the conversations asked for, in the order asked; unknown keys are left out.
    /// </summary>
    IAsyncEnumerable<StoredConversation> ReadConversationsAsync(
        RunId run, IReadOnlyList<ConversationKey> keys, CancellationToken cancellationToken);

    /// <summary>The input that could not be read, in order of reading.</summary>
    IAsyncEnumerable<RejectedInput> ReadRejectedAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>
    /// The coverage of each criterion, bot version and judge over the verdicts of <see cref="ReadVerdictsAsync"/>,
    /// ordered by the three (an unknown version first).
    /// </summary>
    IAsyncEnumerable<LedgerLine> ReadLedgerAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>
    /// Every revision of every conversation, in the order in which they were committed, to know duplicates again after
    /// a restart.
    /// </summary>
    IAsyncEnumerable<ConversationIdentity> ReadIdentityAsync(RunId run, CancellationToken cancellationToken);
}
