using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Storage;

/// <summary>
/// Keeps runs and their batches. Every method either has happened as a whole when it returns, or has not happened at
/// all, also when the process is killed inside it. Every method may throw <see cref="StoreException"/>. Thread-safe.
/// </summary>
public interface IRunStore
{
    /// <summary>The newest run with this plan hash, running or finished; null when there is none.</summary>
    Task<RunRow?> FindAsync(string planHash, CancellationToken cancellationToken);

    /// <summary>The run started last; null in an empty store.</summary>
    Task<RunRow?> LatestAsync(CancellationToken cancellationToken);

    /// <summary>All runs, the oldest start first.</summary>
    Task<IReadOnlyList<RunRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Starts a run. A name that is taken is refused (<see cref="StoreFailure.RunExists"/>).</summary>
    Task<RunRow> StartAsync(NewRun run, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a batch with all that belongs to it and moves the checkpoint. A number other than
    /// <see cref="RunRow.BatchesDone"/> is refused (<see cref="StoreFailure.BatchOutOfOrder"/>), so is a conversation
    /// whose key and revision the run has already (<see cref="StoreFailure.DuplicateConversation"/>), and any batch of
    /// a finished run.
    /// </summary>
    Task CommitBatchAsync(RunId run, BatchRecord batch, CancellationToken cancellationToken);

    /// <summary>Closes a run. A second closing is refused (<see cref="StoreFailure.RunFinished"/>).</summary>
    Task FinishAsync(RunId run, RunOutcome outcome, CancellationToken cancellationToken);
}
