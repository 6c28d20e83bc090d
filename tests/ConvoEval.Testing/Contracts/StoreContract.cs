using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

/// <summary>
/// What every store does. A store passes by a subclass that says how to open it; each test has a storage of its own.
/// Nothing here knows what kind of store it is.
/// </summary>
public abstract partial class StoreContract
{
    private static readonly RunId First = new("first");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Opens the storage of this test for reading and writing: fresh at the first call, the same at later calls, also
    /// while it is open already. Conversations go through <see cref="ExactJson.Codec"/>.
    /// </summary>
    protected abstract Task<OpenStore> CreateAsync(Action<string>? faultPoint, CancellationToken cancellationToken);

    /// <summary>Opens the storage of this test, made by <see cref="CreateAsync"/> before, for reading only.</summary>
    protected abstract Task<OpenStore> OpenReadOnlyAsync(CancellationToken cancellationToken);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(Token))
        {
            list.Add(item);
        }

        return list;
    }

    private static async Task<StoreFailure> FailureOfAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<StoreException>(call)).Failure;

    /// <summary>Opens the storage with the run <see cref="First"/> started in it.</summary>
    private async Task<OpenStore> CreateWithRunAsync()
    {
        var store = await CreateAsync(faultPoint: null, Token);
        await store.Runs.StartAsync(StoreSamples.Run(First.Value, "plan"), Token);
        return store;
    }

    /// <summary>Opens the storage with one committed batch in the run <see cref="First"/>.</summary>
    private async Task<OpenStore> CreateWithAsync(params ConversationRecord[] conversations)
    {
        var store = await CreateWithRunAsync();
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(0, conversations), Token);
        return store;
    }
}
