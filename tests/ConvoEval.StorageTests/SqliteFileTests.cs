using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;
using ConvoEval.Testing.Contracts;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ConvoEval.StorageTests;

/// <summary>What can be wrong with the file of a store, and what people are told.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly RunId Run = new("first");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_file_is_no_store_and_stays_as_it_is()
    {
        var path = _folder.File("notes.db");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("These are notes.\n", 500)), Token);
        var before = await File.ReadAllBytesAsync(path, Token);

        var error = await RefusedAsync(path, StoreAccess.ReadWrite);

        Assert.Equal(StoreFailure.NotAStore, error.Failure);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.False(error.IsRetryUseful);
        Assert.Equal(StoreFailure.NotAStore, (await RefusedAsync(path, StoreAccess.ReadOnly)).Failure);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Database_of_another_program_is_no_store_and_stays_as_it_is()
    {
        var path = _folder.File("other.db");
        Execute(path, "CREATE TABLE run (id INTEGER)");
        var before = await File.ReadAllBytesAsync(path, Token);

        Assert.Equal(StoreFailure.NotAStore, (await RefusedAsync(path, StoreAccess.ReadWrite)).Failure);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Store_of_a_newer_program_is_refused()
    {
        var path = await CreateAsync("store.db");
        Execute(path, "PRAGMA user_version = 99");

        var error = await RefusedAsync(path, StoreAccess.ReadWrite);

        Assert.Equal(StoreFailure.NewerVersion, error.Failure);
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFailure.NewerVersion, (await RefusedAsync(path, StoreAccess.ReadOnly)).Failure);
    }

    [Fact]
    public async Task Empty_file_becomes_a_store_and_cannot_be_read_before()
    {
        var path = _folder.File("empty.db");
        await File.WriteAllBytesAsync(path, [], Token);

        Assert.Equal(StoreFailure.NeedsMigration, (await RefusedAsync(path, StoreAccess.ReadOnly)).Failure);
        await using var store = await OpenAsync(path, StoreAccess.ReadWrite);
        Assert.Empty(await store.ListAsync(Token));
    }

    [Fact]
    public async Task Folder_is_no_store()
    {
        Assert.Equal(StoreFailure.NotAStore, (await RefusedAsync(_folder.File(""), StoreAccess.ReadWrite)).Failure);
    }

    [Fact]
    public async Task Reading_makes_no_file()
    {
        var path = _folder.File("none.db");

        Assert.Equal(StoreFailure.Missing, (await RefusedAsync(path, StoreAccess.ReadOnly)).Failure);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task File_as_a_folder_on_the_way_is_unreachable()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "", Token);

        var path = Path.Combine(_folder.File("file"), "store.db");
        Assert.Equal(StoreFailure.Unreachable, (await RefusedAsync(path, StoreAccess.ReadWrite)).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public async Task Path_that_is_none_is_refused(string path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => OpenAsync(path, StoreAccess.ReadWrite));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("a b;Mode=Memory.db")]
    [InlineData("100%41?mode=memory#x.db")]
    [InlineData("new/folders/\u00FCber \U0001F600.db")]
    public async Task Name_that_SQLite_or_a_connection_string_would_obey_is_only_a_name(string name)
    {
        var path = await CreateAsync(name);

        Assert.True(File.Exists(path));
        await using var store = await OpenAsync(path, StoreAccess.ReadOnly);
        Assert.NotNull(await store.LatestAsync(Token));
    }

    [Fact]
    public async Task Broken_pages_are_reported_as_damage()
    {
        var path = await CreateAsync("store.db");
        await using (var stream = new FileStream(path, FileMode.Open))
        {
            // The head and the schema stay: everything behind the second page is overwritten.
            stream.Position = 8192;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', (int)(stream.Length - 8192))), Token);
        }

        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await OpenAsync(path, StoreAccess.ReadOnly);
            await store.ListAsync(Token);
            await foreach (var _ in store.ReadFactsAsync(Run, Token))
            {
            }
        });
        Assert.Equal(StoreFailure.Damaged, error.Failure);
    }

    [Fact]
    public async Task Broken_transcript_is_reported_as_damage_with_the_others_still_readable()
    {
        var path = await CreateAsync("store.db", StoreSamples.Record("1", 1), StoreSamples.Record("2", 1));
        Execute(path, "UPDATE transcript SET payload = x'01FFFFFF7F00' WHERE conversation_no = 1");
        await using var store = await OpenAsync(path, StoreAccess.ReadOnly);

        var error = await Assert.ThrowsAsync<StoreException>(() => CountAsync(store, "1"));
        Assert.Equal(StoreFailure.Damaged, error.Failure);
        Assert.Equal(1, await CountAsync(store, "2"));
    }

    [Fact]
    public async Task Full_store_keeps_what_it_had_and_goes_on_with_more_room()
    {
        var path = await CreateAsync("store.db");
        var batch = StoreSamples.Batch(1, [.. Enumerable.Range(0, 2000).Select(i => StoreSamples.Record($"n{i}", 1))]);
        var options = Options(StoreAccess.ReadWrite) with { MaxSizeBytes = 256 * 1024 };
        await using (var full = await SqliteStore.OpenAsync(path, options, Token))
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => full.CommitBatchAsync(Run, batch, Token));
            Assert.Equal(StoreFailure.Full, error.Failure);
            Assert.True(error.IsRetryUseful);
            // Room for a small batch is left, and the open store is unharmed.
            await full.CommitBatchAsync(Run, StoreSamples.Batch(1), Token);
        }

        await using var store = await OpenAsync(path, StoreAccess.ReadWrite);
        await store.CommitBatchAsync(Run, batch with { Number = 2 }, Token);
        Assert.Equal(2001, (await store.LatestAsync(Token))?.Totals.Conversations);
    }

    [Fact]
    public async Task Store_held_by_another_process_for_too_long_is_busy()
    {
        var path = await CreateAsync("store.db");
        var options = Options(StoreAccess.ReadWrite) with { BusyTimeout = TimeSpan.FromSeconds(1) };
        await using var store = await SqliteStore.OpenAsync(path, options, Token);
        using var other = Connect(path);
        using var hold = other.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.CommitBatchAsync(Run, StoreSamples.Batch(1), Token));

        Assert.Equal(StoreFailure.Busy, error.Failure);
        Assert.True(error.IsRetryUseful);
        await hold.RollbackAsync(Token);
        await store.CommitBatchAsync(Run, StoreSamples.Batch(1), Token);
    }

    private static SqliteStoreOptions Options(StoreAccess access) => new() { Codec = ExactJson.Codec, Access = access };

    private static Task<SqliteStore> OpenAsync(string path, StoreAccess access) =>
        SqliteStore.OpenAsync(path, Options(access), Token);

    private static Task<StoreException> RefusedAsync(string path, StoreAccess access) =>
        Assert.ThrowsAsync<StoreException>(() => OpenAsync(path, access));

    private static SqliteConnection Connect(string path)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        connection.Open();
        return connection;
    }

    private static void Execute(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<int> CountAsync(SqliteStore store, string id)
    {
        var count = 0;
        await foreach (var _ in store.ReadConversationsAsync(Run, [StoreSamples.Key(id)], Token))
        {
            count++;
        }

        return count;
    }

    /// <summary>Makes a closed store with one run of one batch.</summary>
    private async Task<string> CreateAsync(string name, params ConversationRecord[] conversations)
    {
        var path = _folder.File(name);
        await using var store = await OpenAsync(path, StoreAccess.ReadWrite);
        await store.StartAsync(StoreSamples.Run(Run.Value, "plan"), Token);
        var records = conversations.Length > 0 ? conversations : [StoreSamples.Record("1", 1)];
        await store.CommitBatchAsync(Run, StoreSamples.Batch(0, records), Token);
        return path;
    }
}
