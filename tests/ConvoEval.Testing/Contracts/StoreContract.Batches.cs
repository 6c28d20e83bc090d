using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    private static readonly RejectedInput Rejected = new()
    {
        File = "a.jsonl",
        Line = 3,
        ReasonCode = "invalid_json",
        Message = "Expected an object, found the end of the line.",
    };

    [Fact]
    public async Task Counters_of_batches_add_up_by_name()
    {
        await using var store = await CreateWithRunAsync();
        await store.Runs.CommitBatchAsync(
            First, StoreSamples.Batch(0) with { Counters = new Dictionary<string, long> { ["read:web"] = 3, ["masked:EMAIL"] = 1 } }, Token);
        await store.Runs.CommitBatchAsync(
            First, StoreSamples.Batch(1) with { Counters = new Dictionary<string, long> { ["read:web"] = 4 } }, Token);

        var run = await store.Runs.LatestAsync(Token);
        Assert.Equal(new Dictionary<string, long> { ["masked:EMAIL"] = 1, ["read:web"] = 7 }, run?.Totals.Counters);
    }

    [Fact]
    public async Task Batches_move_the_checkpoint_and_add_up()
    {
        await using var store = await CreateWithRunAsync();
        var first = StoreSamples.Batch(0, StoreSamples.Record("1", 1), StoreSamples.Record("2", 1));
        var second = StoreSamples.Batch(1, StoreSamples.Record("1", 2));
        await store.Runs.CommitBatchAsync(First, first with { Duplicates = 4, Rejected = [Rejected] }, Token);
        await store.Runs.CommitBatchAsync(First, second with { Duplicates = 1, Reopened = 1, Conflicts = 2 }, Token);

        var run = await store.Runs.FindAsync("plan", Token);

        Assert.Equal(2, run?.BatchesDone);
        var expected = new RunTotals { Conversations = 3, Rejected = 1, Duplicates = 5, Reopened = 1, Conflicts = 2 };
        Assert.Equal(expected, run?.Totals);
    }

    [Fact]
    public async Task Empty_batch_is_a_batch()
    {
        await using var store = await CreateWithAsync();

        Assert.Equal(1, (await store.Runs.LatestAsync(Token))?.BatchesDone);
        Assert.Empty(await ListAsync(store.Reader.ReadFactsAsync(First, Token)));
        Assert.Empty(await ListAsync(store.Reader.ReadLedgerAsync(First, Token)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task Batch_out_of_order_is_refused_and_leaves_nothing(int number)
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("1", 1));

        var batch = StoreSamples.Batch(number, StoreSamples.Record("2", 1));
        Assert.Equal(
            StoreFailure.BatchOutOfOrder,
            await FailureOfAsync(() => store.Runs.CommitBatchAsync(First, batch, Token)));
        Assert.Equal(1, (await store.Runs.LatestAsync(Token))?.BatchesDone);
        Assert.Single(await ListAsync(store.Reader.ReadIdentityAsync(First, Token)));
    }

    [Fact]
    public async Task Unfinished_run_goes_on_after_reopening()
    {
        await using (await CreateWithAsync(StoreSamples.Record("1", 1)))
        {
        }

        await using var reopened = await CreateAsync(faultPoint: null, Token);
        var run = await reopened.Runs.FindAsync("plan", Token);
        Assert.Equal(1, run?.BatchesDone);
        await reopened.Runs.CommitBatchAsync(First, StoreSamples.Batch(1, StoreSamples.Record("2", 1)), Token);
        await reopened.Runs.FinishAsync(First, new RunOutcome { OutcomeJson = "{}" }, Token);

        var keys = (await ListAsync(reopened.Reader.ReadFactsAsync(First, Token))).Select(f => f.Key.SourceId);
        Assert.Equal(["1", "2"], keys);
    }

    [Fact]
    public async Task Batch_stopped_before_its_commit_leaves_nothing_and_can_be_committed_again()
    {
        await using (await CreateWithRunAsync())
        {
        }

        var batch = StoreSamples.Batch(0, StoreSamples.Record("1", 1)) with { Rejected = [Rejected] };
        await using (var stopped = await CreateAsync(StopAt(StoreFaultPoints.BatchBeforeCommit), Token))
        {
            await Assert.ThrowsAsync<StoppedException>(() => stopped.Runs.CommitBatchAsync(First, batch, Token));
            // The same open store, too, has to come out of it unharmed.
            Assert.Empty(await ListAsync(stopped.Reader.ReadFactsAsync(First, Token)));
        }

        await using var store = await CreateAsync(faultPoint: null, Token);
        Assert.Equal(0, (await store.Runs.LatestAsync(Token))?.BatchesDone);
        Assert.Empty(await ListAsync(store.Reader.ReadIdentityAsync(First, Token)));
        Assert.Empty(await ListAsync(store.Reader.ReadRejectedAsync(First, Token)));
        await store.Runs.CommitBatchAsync(First, batch, Token);
        Assert.Single(await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token)));
    }

    [Fact]
    public async Task Batch_stopped_after_its_commit_is_there()
    {
        await using (await CreateWithRunAsync())
        {
        }

        var batch = StoreSamples.Batch(0, StoreSamples.Record("1", 1));
        await using (var stopped = await CreateAsync(StopAt(StoreFaultPoints.BatchAfterCommit), Token))
        {
            await Assert.ThrowsAsync<StoppedException>(() => stopped.Runs.CommitBatchAsync(First, batch, Token));
        }

        await using var store = await CreateAsync(faultPoint: null, Token);
        Assert.Equal(1, (await store.Runs.LatestAsync(Token))?.BatchesDone);
        Assert.Single(await ListAsync(store.Reader.ReadFactsAsync(First, Token)));
    }

    [Fact]
    public async Task Every_fault_point_is_passed_in_order()
    {
        var passed = new List<string>();
        await using var store = await CreateAsync(passed.Add, Token);
        var record = StoreSamples.Record("1", 1);
        await store.Runs.StartAsync(StoreSamples.Run(First.Value, "plan"), Token);
        await store.Runs.CommitBatchAsync(
            First,
            StoreSamples.Batch(0, record with { Verdicts = [StoreSamples.Unscored("tone", 1, UnscoredReason.Budget)] }),
            Token);
        await store.Runs.FinishAsync(First, new RunOutcome { OutcomeJson = "{}" }, Token);
        await store.Verdicts.AppendRetriedAsync(
            First, record.Facts.Key, 1, [StoreSamples.Graded("tone", 1, Grade.Pass)], record.Facts, Token);

        Assert.Equal(StoreFaultPoints.All, passed);
    }

    [Fact]
    public async Task Conversation_that_the_run_has_already_refuses_the_whole_batch()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("1", 1));
        var again = StoreSamples.Batch(1, StoreSamples.Record("2", 1), StoreSamples.Record("1", 1));
        var twice = StoreSamples.Batch(1, StoreSamples.Record("3", 1), StoreSamples.Record("3", 1));

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.Runs.CommitBatchAsync(First, again, Token));
        Assert.Equal(StoreFailure.DuplicateConversation, refused.Failure);
        Assert.Contains("web/1", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            StoreFailure.DuplicateConversation,
            await FailureOfAsync(() => store.Runs.CommitBatchAsync(First, twice, Token)));
        Assert.Single(await ListAsync(store.Reader.ReadIdentityAsync(First, Token)));

        // After a refusal the same open store goes on, with judges and models that the refused batch had brought first.
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(1, StoreSamples.Record("2", 1)), Token);
        Assert.Equal(2, (await ListAsync(store.Reader.ReadIdentityAsync(First, Token))).Count);
    }

    [Fact]
    public async Task Judge_of_an_undone_batch_is_stored_with_the_next()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("1", 1));
        var judge = new JudgeDigest("newcomer", "abc");
        var record = StoreSamples.Record("2", 1) with
        {
            Verdicts = [StoreSamples.Graded("tone", null, Grade.Pass) with { Judge = judge }],
            LabelModel = StoreSamples.Model with { Version = "2.0.0" },
        };

        var undone = StoreSamples.Batch(1, record, StoreSamples.Record("1", 1));
        await FailureOfAsync(() => store.Runs.CommitBatchAsync(First, undone, Token));
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(1, record), Token);

        var filter = new VerdictFilter { Judge = "newcomer" };
        var verdicts = await ListAsync(store.Reader.ReadVerdictsAsync(First, filter, Token));
        Assert.Equal(judge, Assert.Single(verdicts).Verdict.Judge);
        var stored = await ListAsync(store.Reader.ReadConversationsAsync(First, [StoreSamples.Key("2")], Token));
        Assert.Equal("2.0.0", Assert.Single(stored).LabelModel?.Version);
    }

    [Fact]
    public async Task Two_runs_hold_the_same_conversation_apart()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("1", 1));
        var second = new RunId("second");
        await store.Runs.StartAsync(StoreSamples.Run(second.Value, "plan 2"), Token);
        var record = StoreSamples.Record("1", 1);
        await store.Runs.CommitBatchAsync(
            second,
            StoreSamples.Batch(0, record with { Facts = record.Facts with { UserTurns = 9 }, Verdicts = [] }),
            Token);

        Assert.Equal(1, Assert.Single(await ListAsync(store.Reader.ReadFactsAsync(First, Token))).UserTurns);
        Assert.Equal(9, Assert.Single(await ListAsync(store.Reader.ReadFactsAsync(second, Token))).UserTurns);
        Assert.Empty(await ListAsync(store.Reader.ReadLedgerAsync(second, Token)));
    }

    [Fact]
    public async Task Record_that_contradicts_itself_or_holds_no_number_is_refused()
    {
        await using var store = await CreateWithRunAsync();
        var good = StoreSamples.Record("1", 1);
        var label = good.Labels[0];
        ConversationRecord[] broken =
        [
            good with { Facts = good.Facts with { CostUsd = double.NaN } },
            good with { Facts = good.Facts with { HandlingSeconds = double.PositiveInfinity } },
            good with { Facts = good.Facts with { Key = StoreSamples.Key("2") } },
            good with { Facts = good.Facts with { Revision = 2 } },
            good with { LabelModel = null },
            good with { Labels = [label, label] },
            good with { Labels = [label with { Label = label.Label with { Confidence = double.NaN } }] },
            good with { Verdicts = [good.Verdicts[0] with { SelectionProbability = 0 }] },
            good with { Verdicts = [good.Verdicts[0] with { SelectionProbability = double.NaN }] },
            good with { Verdicts = [StoreSamples.Graded("tone", 1, Grade.Pass) with { Probability = 1.5 }] },
            good with
            {
                Conversation = good.Conversation with { Key = default },
                Facts = good.Facts with { Key = default },
            },
            good with { MaskedSpans = -1 },
        ];

        foreach (var record in broken)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                () => store.Runs.CommitBatchAsync(First, StoreSamples.Batch(0, record), Token));
        }

        Assert.Equal(0, (await store.Runs.LatestAsync(Token))?.BatchesDone);
    }

    [Fact]
    public async Task Cancelled_batch_leaves_nothing()
    {
        await using var store = await CreateWithRunAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Runs.CommitBatchAsync(
            First, StoreSamples.Batch(0, StoreSamples.Record("1", 1)), new CancellationToken(canceled: true)));
        Assert.Equal(0, (await store.Runs.LatestAsync(Token))?.BatchesDone);
    }

    private static Action<string> StopAt(string point) => passed =>
    {
        if (passed == point)
        {
            throw new StoppedException();
        }
    };

    private sealed class StoppedException : Exception;
}
