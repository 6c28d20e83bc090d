using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string SelectRun = """
        SELECT r.run_id, r.plan_hash, r.plan_json, r.started_at,
               (SELECT o.outcome_json FROM run_outcome AS o WHERE o.run_no = r.run_no),
               count(b.number), coalesce(sum(b.conversations), 0), coalesce(sum(b.rejected), 0),
               coalesce(sum(b.duplicates), 0), coalesce(sum(b.reopened), 0), coalesce(sum(b.conflicts), 0)
        FROM run AS r LEFT JOIN batch AS b ON b.run_no = r.run_no
        """;

    /// <inheritdoc/>
    public async Task<RunRow?> FindAsync(string planHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planHash);
        return await FirstRunAsync(
            SelectRun + """

            WHERE r.run_no = (SELECT max(run_no) FROM run WHERE plan_hash = $plan_hash)
            GROUP BY r.run_no
            """,
            [StoredText.Write(planHash)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<RunRow?> LatestAsync(CancellationToken cancellationToken) => await FirstRunAsync(
        SelectRun + """

        WHERE r.run_no = (SELECT max(run_no) FROM run)
        GROUP BY r.run_no
        """,
        [],
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunRow>> ListAsync(CancellationToken cancellationToken)
    {
        using var connection = OpenReading();
        var runs = new List<RunRow>();
        var rows = QueryAsync(
            connection, SelectRun + "\nGROUP BY r.run_no ORDER BY r.run_no", [], ReadRun, cancellationToken);
        await foreach (var run in rows)
        {
            runs.Add(run with { Totals = run.Totals with { Counters = await CountersAsync(run.RunId, cancellationToken) } });
        }

        return runs;
    }

    /// <inheritdoc/>
    public async Task<RunRow> StartAsync(NewRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentException.ThrowIfNullOrEmpty(run.RunId.Value, nameof(run));
        ArgumentNullException.ThrowIfNull(run.PlanHash);
        ArgumentNullException.ThrowIfNull(run.PlanJson);
        await WriteAsync(
            StoreFaultPoints.StartBeforeCommit,
            StoreFaultPoints.StartAfterCommit,
            (connection, _) => InsertRun(connection, run),
            cancellationToken);
        return new RunRow
        {
            RunId = run.RunId,
            PlanHash = run.PlanHash,
            PlanJson = run.PlanJson,
            StartedAt = run.StartedAt.ToUniversalTime(),
            State = RunState.Running,
            BatchesDone = 0,
            Totals = new RunTotals { Conversations = 0, Rejected = 0, Duplicates = 0, Reopened = 0, Conflicts = 0 },
        };
    }

    /// <inheritdoc/>
    public async Task FinishAsync(RunId run, RunOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        await WriteAsync(
            StoreFaultPoints.FinishBeforeCommit,
            StoreFaultPoints.FinishAfterCommit,
            (connection, _) =>
            {
                var runNo = RunNumber(connection, run);
                RequireRunning(connection, run, runNo);
                using var insert = new SqliteStatement(
                    connection, "INSERT INTO run_outcome (run_no, outcome_json) VALUES ($run_no, $outcome_json)");
                insert.Run(runNo, StoredText.Write(outcome.OutcomeJson));
            },
            cancellationToken);
    }

    private static void InsertRun(SqliteConnection connection, NewRun run)
    {
        using var find = new SqliteStatement(connection, "SELECT run_no FROM run WHERE run_id = $run_id");
        if (find.Scalar(run.RunId.Value) is not null)
        {
            throw new StoreException(StoreFailure.RunExists, $"The store has a run {run.RunId} already.", null);
        }

        using var insert = new SqliteStatement(connection, """
            INSERT INTO run (run_id, plan_hash, plan_json, started_at)
            VALUES ($run_id, $plan_hash, $plan_json, $started_at)
            """);
        insert.Run(
            run.RunId.Value,
            StoredText.Write(run.PlanHash),
            StoredText.Write(run.PlanJson),
            StoredTime.Write(run.StartedAt));
    }

    private static void RequireRunning(SqliteConnection connection, RunId run, long runNo)
    {
        using var find = new SqliteStatement(connection, "SELECT run_no FROM run_outcome WHERE run_no = $run_no");
        if (find.Scalar(runNo) is not null)
        {
            throw new StoreException(StoreFailure.RunFinished, $"Run {run} is finished and takes nothing more.", null);
        }
    }

    private async Task<RunRow?> FirstRunAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        using var connection = OpenReading();
        await foreach (var run in QueryAsync(connection, sql, values, ReadRun, cancellationToken))
        {
            return run with { Totals = run.Totals with { Counters = await CountersAsync(run.RunId, cancellationToken) } };
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<string, long>> CountersAsync(RunId run, CancellationToken cancellationToken)
    {
        using var connection = OpenReading();
        var counters = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var rows = QueryAsync(
            connection,
            """
            SELECT c.name, sum(c.count) FROM batch_counter AS c JOIN run AS r ON r.run_no = c.run_no
            WHERE r.run_id = $run_id GROUP BY c.name
            """,
            [run.Value],
            row => (Name: row.Text(), Count: row.Long()),
            cancellationToken);
        await foreach (var (name, count) in rows)
        {
            counters[name] = count;
        }

        return counters;
    }

    private static RunRow ReadRun(SqliteRow row)
    {
        var run = new RunId(row.Text());
        var planHash = row.Text();
        var planJson = row.Text();
        var startedAt = StoredTime.ReadTime(row.Text());
        var outcome = row.OptionalText();
        return new RunRow
        {
            RunId = run,
            PlanHash = planHash,
            PlanJson = planJson,
            StartedAt = startedAt,
            State = outcome is null ? RunState.Running : RunState.Finished,
            OutcomeJson = outcome,
            BatchesDone = row.Int(),
            Totals = new RunTotals
            {
                Conversations = row.Long(),
                Rejected = row.Long(),
                Duplicates = row.Long(),
                Reopened = row.Long(),
                Conflicts = row.Long(),
            },
        };
    }
}
