using System;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage.Sqlite;
using ConvoEval.Testing.Contracts;

namespace ConvoEval.StorageTests;

public sealed class SqliteStoreContract : StoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> CreateAsync(Action<string>? faultPoint, CancellationToken cancellationToken) =>
        OpenAsync(StoreAccess.ReadWrite, faultPoint, cancellationToken);

    protected override Task<OpenStore> OpenReadOnlyAsync(CancellationToken cancellationToken) =>
        OpenAsync(StoreAccess.ReadOnly, faultPoint: null, cancellationToken);

    private async Task<OpenStore> OpenAsync(
        StoreAccess access, Action<string>? faultPoint, CancellationToken cancellationToken)
    {
        var store = await SqliteStore.OpenAsync(
            _folder.File("store.db"),
            new SqliteStoreOptions { Codec = ExactJson.Codec, Access = access, FaultPoint = faultPoint },
            cancellationToken);
        return new OpenStore(store, store, store, store);
    }
}
