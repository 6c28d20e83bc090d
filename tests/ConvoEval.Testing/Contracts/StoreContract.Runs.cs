using System;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Empty_store_has_no_runs()
    {
        await using var store = await CreateAsync(faultPoint: null, Token);

        Assert.Null(await store.Runs.LatestAsync(Token));
        Assert.Null(await store.Runs.FindAsync("plan", Token));
        Assert.Empty(await store.Runs.ListAsync(Token));
    }

    [Fact]
    public async Task Run_is_found_by_its_plan_hash_after_reopening()
    {
        var run = StoreSamples.Run("night-1", "plan") with
        {
            StartedAt = new DateTimeOffset(2026, 3, 1, 4, 30, 0, TimeSpan.FromHours(2)).AddTicks(1234567),
        };
        RunRow started;
        await using (var store = await CreateAsync(faultPoint: null, Token))
        {
            started = await store.Runs.StartAsync(run, Token);
        }

        await using var reopened = await CreateAsync(faultPoint: null, Token);
        var found = await reopened.Runs.FindAsync("plan", Token);

        Assert.Equal(started, found);
        Assert.Equal(run.StartedAt, found!.StartedAt);
        Assert.Equal(TimeSpan.Zero, found.StartedAt.Offset);
        Assert.Equal(run.PlanJson, found.PlanJson);
        Assert.Equal(RunState.Running, found.State);
        Assert.Null(found.OutcomeJson);
    }

    [Fact]
    public async Task Newest_of_two_runs_with_one_plan_hash_is_found()
    {
        await using var store = await CreateAsync(faultPoint: null, Token);
        await store.Runs.StartAsync(StoreSamples.Run("b", "plan"), Token);
        await store.Runs.StartAsync(StoreSamples.Run("a", "plan"), Token);
        await store.Runs.StartAsync(StoreSamples.Run("c", "other plan"), Token);

        Assert.Equal("a", (await store.Runs.FindAsync("plan", Token))?.RunId.Value);
        Assert.Equal("c", (await store.Runs.LatestAsync(Token))?.RunId.Value);
        Assert.Equal(["b", "a", "c"], (await store.Runs.ListAsync(Token)).Select(r => r.RunId.Value));
    }

    [Fact]
    public async Task Run_name_that_is_taken_is_refused()
    {
        await using var store = await CreateWithRunAsync();

        Assert.Equal(
            StoreFailure.RunExists,
            await FailureOfAsync(() => store.Runs.StartAsync(StoreSamples.Run(First.Value, "other"), Token)));
        Assert.Single(await store.Runs.ListAsync(Token));
    }

    [Fact]
    public async Task Finished_run_keeps_its_outcome_and_takes_nothing_more()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("1", 1));
        await store.Runs.FinishAsync(First, new RunOutcome { OutcomeJson = """{"ok":true}""" }, Token);

        var run = await store.Runs.FindAsync("plan", Token);
        Assert.Equal(RunState.Finished, run?.State);
        Assert.Equal("""{"ok":true}""", run?.OutcomeJson);
        Assert.Equal(
            StoreFailure.RunFinished,
            await FailureOfAsync(() => store.Runs.CommitBatchAsync(First, StoreSamples.Batch(1), Token)));
        Assert.Equal(
            StoreFailure.RunFinished,
            await FailureOfAsync(() => store.Runs.FinishAsync(First, new RunOutcome { OutcomeJson = "{}" }, Token)));
        Assert.Equal("""{"ok":true}""", (await store.Runs.LatestAsync(Token))?.OutcomeJson);
    }

    [Fact]
    public async Task Run_that_does_not_exist_is_refused_by_name()
    {
        await using var store = await CreateWithRunAsync();
        var unknown = new RunId("nobody");

        var refused = await Assert.ThrowsAsync<StoreException>(
            () => store.Runs.CommitBatchAsync(unknown, StoreSamples.Batch(0), Token));
        Assert.Equal(StoreFailure.UnknownRun, refused.Failure);
        Assert.Contains("nobody", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsRetryUseful);
        Assert.Equal(
            StoreFailure.UnknownRun,
            await FailureOfAsync(() => store.Runs.FinishAsync(unknown, new RunOutcome { OutcomeJson = "{}" }, Token)));
        Assert.Equal(
            StoreFailure.UnknownRun,
            await FailureOfAsync(() => ListAsync(store.Reader.ReadFactsAsync(unknown, Token))));
        Assert.Equal(
            StoreFailure.UnknownRun,
            await FailureOfAsync(() => ListAsync(store.Reader.ReadConversationsAsync(unknown, [], Token))));
        Assert.Equal(
            StoreFailure.UnknownRun,
            await FailureOfAsync(() => store.Verdicts.CountUnscoredAsync(unknown, reason: null, Token)));
    }
}
