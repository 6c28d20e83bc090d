using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task First_openings_at_the_same_time_all_succeed()
    {
        // Each migrates the same fresh storage.
        var stores = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => CreateAsync(faultPoint: null, Token), Token)));

        for (var i = 0; i < stores.Length; i++)
        {
            await stores[i].Runs.StartAsync(StoreSamples.Run($"run-{i}", "plan"), Token);
        }

        Assert.Equal(6, (await stores[0].Runs.ListAsync(Token)).Count);
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_readers_beside_a_writer_see_whole_batches_only()
    {
        const int batches = 20;
        const int perBatch = 8;
        await using var writer = await CreateWithRunAsync();
        await using var one = await OpenReadOnlyAsync(Token);
        await using var two = await OpenReadOnlyAsync(Token);

        var writing = Task.Run(
            async () =>
            {
                for (var number = 0; number < batches; number++)
                {
                    var records = Enumerable.Range(0, perBatch)
                        .Select(i => StoreSamples.Record($"{number:D4}-{i}", 1)).ToArray();
                    await writer.Runs.CommitBatchAsync(First, StoreSamples.Batch(number, records), Token);
                }
            },
            Token);
        var seen = await Task.WhenAll(WatchAsync(one), WatchAsync(two));
        await writing;

        Assert.All(seen.SelectMany(counts => counts), count => Assert.Equal(0, count % perBatch));
        Assert.All(seen, counts => Assert.Equal(counts.Order(), counts));
        Assert.Equal(batches * perBatch, (await ListAsync(one.Reader.ReadFactsAsync(First, Token))).Count);

        async Task<List<int>> WatchAsync(OpenStore store)
        {
            var counts = new List<int>();
            do
            {
                counts.Add((await ListAsync(store.Reader.ReadFactsAsync(First, Token))).Count);
            }
            while (!writing.IsCompleted);
            return counts;
        }
    }

    [Fact]
    public async Task Stream_shows_the_store_as_it_was_when_it_began()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("a", 1), StoreSamples.Record("c", 1));
        await using var rows = store.Reader.ReadFactsAsync(First, Token).GetAsyncEnumerator(Token);

        Assert.True(await rows.MoveNextAsync());
        await store.Runs.CommitBatchAsync(
            First, StoreSamples.Batch(1, StoreSamples.Record("b", 1), StoreSamples.Record("c", 2)), Token);

        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(("c", 1), (rows.Current.Key.SourceId, rows.Current.Revision));
        Assert.False(await rows.MoveNextAsync());
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_batch_one_wins()
    {
        await using var one = await CreateWithRunAsync();
        await using var two = await CreateAsync(faultPoint: null, Token);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => Task.Run(() => TryCommitAsync(i % 2 == 0 ? one : two, $"{i}"), Token)));

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.All(outcomes.Where(o => o is not null), o => Assert.Equal(StoreFailure.BatchOutOfOrder, o));
        Assert.Single(await ListAsync(one.Reader.ReadFactsAsync(First, Token)));

        static async Task<StoreFailure?> TryCommitAsync(OpenStore store, string id)
        {
            try
            {
                await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(0, StoreSamples.Record(id, 1)), Token);
                return null;
            }
            catch (StoreException error)
            {
                return error.Failure;
            }
        }
    }

    [Fact]
    public async Task Store_opened_for_reading_refuses_to_write()
    {
        await using (await CreateWithAsync(StoreSamples.Record("1", 1)))
        {
        }

        await using var reader = await OpenReadOnlyAsync(Token);

        Assert.Equal(
            StoreFailure.ReadOnly,
            await FailureOfAsync(() => reader.Runs.StartAsync(StoreSamples.Run("second", "plan"), Token)));
        Assert.Single(await reader.Runs.ListAsync(Token));
        Assert.Single(await ListAsync(reader.Reader.ReadFactsAsync(First, Token)));
    }
}
