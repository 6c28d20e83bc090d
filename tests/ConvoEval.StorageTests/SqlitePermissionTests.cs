using System;
using System.IO;
using System.Runtime.Versioning;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;
using ConvoEval.Testing.Contracts;
using Xunit;

namespace ConvoEval.StorageTests;

/// <summary>
/// Files and folders that may only be read. The permissions are those of Unix, and mean nothing to root.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqlitePermissionTests : IDisposable
{
    private const string Privileged = "A privileged process may write everywhere.";

    private static readonly RunId Run = new("first");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_that_may_only_be_read_says_so_to_a_writer()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, Privileged);
        var path = await CreateAsync("store.db");
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await OpenAsync(path, StoreAccess.ReadWrite);
            await store.CommitBatchAsync(Run, StoreSamples.Batch(1), Token);
        });

        Assert.Equal(StoreFailure.ReadOnly, error.Failure);
    }

    [Fact]
    public async Task Store_in_a_folder_where_nobody_may_write_can_be_read()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, Privileged);
        var path = await CreateAsync(Path.Combine("frozen 100%41?", "store.db"));
        // Never null: the path names a file in a folder.
        var folder = Path.GetDirectoryName(path)!;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            await using var store = await OpenAsync(path, StoreAccess.ReadOnly);
            Assert.Equal(1, (await store.LatestAsync(Token))?.BatchesDone);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static Task<SqliteStore> OpenAsync(string path, StoreAccess access) =>
        SqliteStore.OpenAsync(path, new SqliteStoreOptions { Codec = ExactJson.Codec, Access = access }, Token);

    /// <summary>Makes a closed store with one run of one batch.</summary>
    private async Task<string> CreateAsync(string name)
    {
        var path = _folder.File(name);
        await using var store = await OpenAsync(path, StoreAccess.ReadWrite);
        await store.StartAsync(StoreSamples.Run(Run.Value, "plan"), Token);
        await store.CommitBatchAsync(Run, StoreSamples.Batch(0), Token);
        return path;
    }
}
