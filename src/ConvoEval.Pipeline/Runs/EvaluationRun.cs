using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using ConvoEval.Ingestion.Identity;
using ConvoEval.Pipeline.Batches;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Pipeline.Progress;
using ConvoEval.Scoring.Facts;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>
/// Carries a plan out: reads, masks, labels, judges and commits batch by batch, then scores what is stored. Killed at any moment, the same call goes
/// on behind the last committed batch and ends with the same results.
/// </summary>
public sealed class EvaluationRun(RunParts parts)
{
    /// <summary>Runs, resumes, or gives the results of a finished run with the same plan.</summary>
    public async Task<RunResult> ExecuteAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var startedAt = parts.Time.GetUtcNow();
        var watch = new StageWatch(parts.Time);
        var inputs = await watch.MeasureAsync("plan", () => HashInputsAsync(cancellationToken)).ConfigureAwait(false);
        var plan = PlanWriter.Write(parts, inputs);
        var start = await StartAsync(plan, request, cancellationToken).ConfigureAwait(false);
        request.OnStart?.Invoke(start);
        long retried = 0;
        if (start.Kind != RunStartKind.AlreadyFinished)
        {
            var total = inputs.Sum(input => input.Lines);
            await watch.MeasureAsync("batches", () => WorkAsync(start, total, request, cancellationToken)).ConfigureAwait(false);
        }
        else if (request.IsRetry)
        {
            retried = await watch.MeasureAsync("retry", () => new UnscoredRetry(parts, CreateWork()).DoAsync(start.Run.RunId, request, cancellationToken))
                .ConfigureAwait(false);
        }

        parts.Faults.Pass(FaultPoints.ScoreBefore);
        var (report, coverage) = await watch.MeasureAsync("scoring", () => ReportBuilder.BuildAsync(parts, start.Run.RunId, plan, inputs, cancellationToken))
            .ConfigureAwait(false);
        parts.Faults.Pass(FaultPoints.ScoreAfter);
        if (start.Kind != RunStartKind.AlreadyFinished)
            await parts.Runs.FinishAsync(start.Run.RunId, new RunOutcome { OutcomeJson = ReportJson.Write(report) }, cancellationToken).ConfigureAwait(false);
        var stored = (await parts.Runs.ListAsync(cancellationToken).ConfigureAwait(false)).First(run => run.RunId == start.Run.RunId);
        return new RunResult(start with { Run = stored }, report, plan.Json, startedAt, parts.Time.GetUtcNow(), watch.Stages, coverage, retried);
    }

    private async Task<IReadOnlyList<InputDigest>> HashInputsAsync(CancellationToken cancellationToken)
    {
        var inputs = new List<InputDigest>();
        foreach (var file in parts.Options.Sources.SelectMany(source => source.Files))
            inputs.Add(await InputDigest.OfAsync(file, cancellationToken).ConfigureAwait(false));
        return inputs;
    }

    private async Task<RunStart> StartAsync(RunPlan plan, RunRequest request, CancellationToken cancellationToken)
    {
        var same = await parts.Runs.FindAsync(plan.Hash, cancellationToken).ConfigureAwait(false);
        if (same is not null && !request.IsFresh)
            return new RunStart(same, same.State == RunState.Finished ? RunStartKind.AlreadyFinished : RunStartKind.Resumed, []);
        var latest = await parts.Runs.LatestAsync(cancellationToken).ConfigureAwait(false);
        var changes = latest is null ? [] : PlanDifference.Between(latest.PlanJson, plan.Json);
        var taken = await parts.Runs.ListAsync(cancellationToken).ConfigureAwait(false);
        var run = new NewRun
        {
            RunId = new RunId(FreeName(plan.RunName, taken)),
            PlanHash = plan.Hash,
            PlanJson = plan.Json,
            StartedAt = parts.Time.GetUtcNow(),
        };
        return new RunStart(await parts.Runs.StartAsync(run, cancellationToken).ConfigureAwait(false), RunStartKind.New, changes);
    }

    private static string FreeName(string name, IReadOnlyList<RunRow> taken)
    {
        var names = taken.Select(run => run.RunId.Value).ToHashSet(StringComparer.Ordinal);
        var free = name;
        for (var attempt = 2; names.Contains(free); attempt++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{attempt}");
        return free;
    }

    private BatchWork CreateWork()
    {
        var options = new FactsOptions
        {
            AreGoalsDefined = parts.Options.Goals.Count > 0,
            IsClassified = parts.Classifier is not null,
            IsFallbackJudged = parts.Judges.Any(judge => judge.Criterion == "fallback"),
            SourceRecordsHandover = parts.Options.RecordsHandovers,
            SmallTalkIntents = parts.Options.SmallTalkIntents.ToHashSet(StringComparer.Ordinal),
            ClassifierIntents = (parts.Classifier?.Intents ?? []).ToHashSet(StringComparer.Ordinal),
            IsEscalationRequest = parts.IsEscalationRequest,
        };
        return new BatchWork(parts.Redactor, parts.RedactionVersion, parts.Classifier, parts.Judges, new FactsCalculator(options), parts.Faults);
    }

    /// <summary>
    /// One task reads, several work on a batch each, this one commits them in their order: the bounded channel of running tasks is what keeps memory flat.
    /// </summary>
    private async Task<bool> WorkAsync(RunStart start, long total, RunRequest request, CancellationToken cancellationToken)
    {
        var identity = await RestoreIdentityAsync(start.Run, cancellationToken).ConfigureAwait(false);
        var reader = new BatchReader(parts.Options, identity, parts.Faults);
        var work = CreateWork();
        var places = Math.Max(1, parts.Parallelism);
        var running = Channel.CreateBounded<Task<BatchRecord>>(places);
        using var free = new SemaphoreSlim(places, places);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    await foreach (var batch in reader.ReadAsync(start.Run.BatchesDone, stop.Token).ConfigureAwait(false))
                    {
                        // A batch keeps its place until it is committed, so that a kill never loses the work on more batches than there are places.
                        await free.WaitAsync(stop.Token).ConfigureAwait(false);
                        await running.Writer.WriteAsync(Task.Run(() => work.DoAsync(batch, stop.Token), stop.Token), stop.Token).ConfigureAwait(false);
                    }

                    running.Writer.Complete();
                }
                catch (Exception failure)
                {
                    // Handed over to the committing side, which throws it.
                    running.Writer.Complete(failure);
                }
            },
            CancellationToken.None);
        try
        {
            await CommitAsync(start, running.Reader, free, total, request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            await DrainAsync(running.Reader).ConfigureAwait(false);
        }

        return true;
    }

    private async Task CommitAsync(
        RunStart start, ChannelReader<Task<BatchRecord>> running, SemaphoreSlim free, long total, RunRequest request,
        CancellationToken cancellationToken)
    {
        var began = parts.Time.GetTimestamp();
        var done = start.Run.Totals.Conversations + start.Run.Totals.Rejected;
        var atStart = done;
        await foreach (var task in running.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var record = await task.ConfigureAwait(false);
            await parts.Runs.CommitBatchAsync(start.Run.RunId, record, cancellationToken).ConfigureAwait(false);
            free.Release();
            done += record.Conversations.Count + record.Rejected.Count;
            request.Progress?.Report(new RunProgress("evaluating", done, total > 0 ? total : null, atStart, parts.Time.GetElapsedTime(began)));
        }
    }

    /// <summary>Waits for what was still at work when committing ended early; its outcome no longer matters.</summary>
    private static async Task DrainAsync(ChannelReader<Task<BatchRecord>> running)
    {
        while (running.TryRead(out var task))
            await Task.WhenAny(task).ConfigureAwait(false);
    }

    private async Task<IdentityIndex> RestoreIdentityAsync(RunRow run, CancellationToken cancellationToken)
    {
        var identity = new IdentityIndex();
        if (run.BatchesDone == 0)
            return identity;
        await foreach (var row in parts.Reader.ReadIdentityAsync(run.RunId, cancellationToken).ConfigureAwait(false))
            identity.Restore(new IdentityRow(row.Key, row.TurnCount, unchecked((long)row.ContentHash), row.Revision));
        return identity;
    }
}
