using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage;

namespace ConvoEval.Benchmarks.Lines;

/// <summary>Adds up the time that commits take.</summary>
internal sealed class TimedRunStore(IRunStore inner, StationClock clock) : IRunStore
{
    public Task<RunRow?> FindAsync(string planHash, CancellationToken cancellationToken) => inner.FindAsync(planHash, cancellationToken);

    public Task<RunRow?> LatestAsync(CancellationToken cancellationToken) => inner.LatestAsync(cancellationToken);

    public Task<IReadOnlyList<RunRow>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    public Task<RunRow> StartAsync(NewRun run, CancellationToken cancellationToken) => inner.StartAsync(run, cancellationToken);

    public async Task CommitBatchAsync(RunId run, BatchRecord batch, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await inner.CommitBatchAsync(run, batch, cancellationToken);
        clock.Add("commit", began);
    }

    public Task FinishAsync(RunId run, RunOutcome outcome, CancellationToken cancellationToken) => inner.FinishAsync(run, outcome, cancellationToken);
}
