using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;
using ConvoEval.Testing.Contracts;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ConvoEval.StorageTests;

/// <summary>
/// What a killed process leaves on the disk: the files are copied at every fault point and opened anew.
/// </summary>
public sealed class SqliteKillTests : IDisposable
{
    private static readonly RunId Run = new("first");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Points => [.. StoreFaultPoints.All];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Files_left_at_any_point_open_with_whole_steps_and_the_run_goes_on(string point)
    {
        var copy = _folder.File("copy.db");
        var path = _folder.File("store.db");
        await using (var store = await OpenAsync(path, passed =>
        {
            if (passed == point)
            {
                CopyFiles(path, copy);
            }
        }))
        {
            await GoOnAsync(store);
        }

        // Of the steps migrate, start, batch, finish and retry, those are there whose commit came before the copy.
        var steps = (StoreFaultPoints.All.ToList().IndexOf(point) + 1) / 2;
        await using var left = await OpenAsync(copy, faultPoint: null);
        var run = await left.FindAsync("plan", Token);
        Assert.Equal(steps >= 2, run is not null);
        Assert.Equal(steps >= 3 ? 1 : 0, run?.BatchesDone ?? 0);
        Assert.Equal(steps >= 4, run?.State == RunState.Finished);

        await GoOnAsync(left);
        Assert.Equal(await ContentAsync(path), await ContentAsync(copy));
    }

    [Fact]
    public async Task Both_verdicts_are_kept_after_a_retry()
    {
        var path = _folder.File("store.db");
        await using (var store = await OpenAsync(path, faultPoint: null))
        {
            await GoOnAsync(store);
        }

        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(outcome || ':' || coalesce(supersedes, '-')) FROM verdict";
        Assert.Equal("unscored:-,graded:1", command.ExecuteScalar());
    }

    [Theory]
    [InlineData("UPDATE verdict SET grade = 'great' WHERE grade IS NOT NULL")]
    [InlineData("UPDATE verdict SET outcome = 'unscored' WHERE grade IS NOT NULL")]
    [InlineData("UPDATE verdict SET selection_probability = 0")]
    [InlineData("UPDATE facts SET user_turns = 'many'")]
    [InlineData("INSERT INTO transcript (conversation_no, payload) VALUES (999, x'00')")]
    [InlineData("INSERT INTO batch SELECT run_no, -1, 0, NULL, 0, 0, 0, 0 FROM run")]
    public async Task Schema_refuses_what_the_program_would_not_write(string sql)
    {
        var path = _folder.File("store.db");
        await using (var store = await OpenAsync(path, faultPoint: null))
        {
            await GoOnAsync(store);
        }

        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    private static Task<SqliteStore> OpenAsync(string path, Action<string>? faultPoint) =>
        SqliteStore.OpenAsync(path, new SqliteStoreOptions { Codec = ExactJson.Codec, FaultPoint = faultPoint }, Token);

    /// <summary>Does what a resumed run does: looks up what is there and takes the steps that are missing.</summary>
    private static async Task GoOnAsync(SqliteStore store)
    {
        var record = StoreSamples.Record("1", 1);
        var run = await store.FindAsync("plan", Token)
            ?? await store.StartAsync(StoreSamples.Run(Run.Value, "plan"), Token);
        if (run.BatchesDone == 0)
        {
            Verdict[] verdicts = [StoreSamples.Unscored("tone", 1, UnscoredReason.Budget)];
            await store.CommitBatchAsync(Run, StoreSamples.Batch(0, record with { Verdicts = verdicts }), Token);
        }

        if (run.State == RunState.Running)
        {
            await store.FinishAsync(Run, new RunOutcome { OutcomeJson = "{}" }, Token);
        }

        if (await store.CountUnscoredAsync(Run, reason: null, Token) > 0)
        {
            await store.AppendRetriedAsync(
                Run, record.Facts.Key, 1, [StoreSamples.Graded("tone", 1, Grade.Pass)], record.Facts, Token);
        }
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var ending in new[] { "", "-wal" })
        {
            if (File.Exists(from + ending))
            {
                File.Copy(from + ending, to + ending);
            }
        }
    }

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<List<string>> ContentAsync(string path)
    {
        using var connection = Connect(path);
        var tables = await RowsAsync(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        var content = new List<string>();
        foreach (var table in tables)
        {
            content.Add(table);
            content.AddRange(await RowsAsync(connection, $"SELECT * FROM {table} ORDER BY 1, 2"));
        }

        return content;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : FormattableString.Invariant($"{value}");

    private static SqliteConnection Connect(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        return connection;
    }
}
