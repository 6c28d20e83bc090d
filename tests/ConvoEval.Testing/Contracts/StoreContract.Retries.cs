using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    private static readonly ConversationRecord Owing = StoreSamples.Record("1", 1) with
    {
        Verdicts =
        [
            StoreSamples.Unscored("tone", 1, UnscoredReason.Budget),
            StoreSamples.Unscored("tone", 3, UnscoredReason.Transport),
            StoreSamples.Graded("tone", 5, Grade.Fail),
        ],
    };

    [Fact]
    public async Task Retried_verdict_takes_the_place_of_the_one_that_owed_a_grade()
    {
        await using var store = await CreateWithAsync(Owing, StoreSamples.Record("2", 1));
        await store.Runs.FinishAsync(First, new RunOutcome { OutcomeJson = "{}" }, Token);
        var updated = Owing.Facts with { ResponsesPassed = 1, ResponsesUnscored = 1 };

        await RetryAsync(store, [StoreSamples.Graded("tone", 1, Grade.Pass)], updated);

        var verdicts = await ListAsync(
            store.Reader.ReadVerdictsAsync(First, new VerdictFilter { Criterion = "tone" }, Token));
        Assert.Equal(["Graded", "Unscored", "Graded"], verdicts.Select(v => v.Verdict.GetType().Name));
        Assert.Equal(updated, (await ListAsync(store.Reader.ReadFactsAsync(First, Token)))[0]);
        var line = (await ListAsync(store.Reader.ReadLedgerAsync(First, Token))).Single(l => l.Criterion == "tone");
        Assert.Equal((3, 2, 0, 1), (line.Total, line.Scored, line.SkippedByBudget, line.Errored));
        Assert.Equal(1, await store.Verdicts.CountUnscoredAsync(First, reason: null, Token));
        Assert.Equal(0, await store.Verdicts.CountUnscoredAsync(First, UnscoredReason.Budget, Token));
        Assert.Equal(1, await store.Verdicts.CountUnscoredAsync(First, UnscoredReason.Transport, Token));
    }

    [Fact]
    public async Task Retry_that_owes_again_can_be_retried_again_after_reopening()
    {
        await using (var store = await CreateWithAsync(Owing))
        {
            await RetryAsync(store, [StoreSamples.Unscored("tone", 1, UnscoredReason.Refused)], Owing.Facts);
        }

        await using var reopened = await CreateAsync(faultPoint: null, Token);
        Assert.Equal(2, await reopened.Verdicts.CountUnscoredAsync(First, reason: null, Token));
        var updated = Owing.Facts with { ResponsesFailed = 2 };
        await RetryAsync(
            reopened,
            [StoreSamples.Graded("tone", 3, Grade.Pass), StoreSamples.Graded("tone", 1, Grade.Fail)],
            updated);

        Assert.Equal(0, await reopened.Verdicts.CountUnscoredAsync(First, reason: null, Token));
        Assert.Equal(updated, Assert.Single(await ListAsync(reopened.Reader.ReadFactsAsync(First, Token))));
        Assert.Equal(3, Assert.Single(await ListAsync(reopened.Reader.ReadLedgerAsync(First, Token))).Total);
    }

    [Fact]
    public async Task Grade_that_stands_is_never_replaced()
    {
        await using var store = await CreateWithAsync(Owing);

        // The first of the two could be stored; the second makes the whole call fail.
        Assert.Equal(
            StoreFailure.NothingToSupersede,
            await FailureOfAsync(() => RetryAsync(
                store,
                [StoreSamples.Graded("tone", 1, Grade.Pass), StoreSamples.Graded("tone", 5, Grade.Pass)],
                Owing.Facts with { ResponsesPassed = 2 })));

        Assert.Equal(2, await store.Verdicts.CountUnscoredAsync(First, reason: null, Token));
        Assert.Equal(Owing.Facts, Assert.Single(await ListAsync(store.Reader.ReadFactsAsync(First, Token))));
    }

    [Fact]
    public async Task Second_of_two_equal_retries_is_refused()
    {
        await using var store = await CreateWithAsync(Owing);
        Verdict[] retried = [StoreSamples.Graded("tone", 1, Grade.Pass)];
        await RetryAsync(store, retried, Owing.Facts);

        Assert.Equal(
            StoreFailure.NothingToSupersede, await FailureOfAsync(() => RetryAsync(store, retried, Owing.Facts)));
    }

    [Fact]
    public async Task Judge_that_only_told_its_model_the_second_time_fills_in_its_grade()
    {
        await using var store = await CreateWithAsync(Owing);

        await RetryAsync(
            store,
            [StoreSamples.Graded("tone", 3, Grade.Pass) with { Judge = StoreSamples.Judge with { Hash = "told" } }],
            Owing.Facts);

        Assert.Equal(1, await store.Verdicts.CountUnscoredAsync(First, reason: null, Token));
    }

    [Fact]
    public async Task Repeats_of_one_judge_are_filled_in_by_digest_and_never_guessed()
    {
        var one = StoreSamples.Unscored("tone", 1, UnscoredReason.Transport);
        Verdict two = one with { Judge = StoreSamples.Judge with { Hash = "repeat 2" } };
        await using var store = await CreateWithAsync(Owing with { Verdicts = [one, two] });
        var graded = StoreSamples.Graded("tone", 1, Grade.Pass);

        Assert.Equal(
            StoreFailure.NothingToSupersede,
            await FailureOfAsync(() => RetryAsync(
                store, [graded with { Judge = StoreSamples.Judge with { Hash = "repeat 3" } }], Owing.Facts)));
        await RetryAsync(store, [graded with { Judge = two.Judge }], Owing.Facts);

        var owed = await ListAsync(
            store.Reader.ReadVerdictsAsync(First, new VerdictFilter { IsUnscoredOnly = true }, Token));
        Assert.Equal(StoreSamples.Judge, Assert.Single(owed).Verdict.Judge);
    }

    [Fact]
    public async Task Retry_of_what_is_not_there_is_refused()
    {
        await using var store = await CreateWithAsync(Owing);
        Verdict[] retried = [StoreSamples.Graded("tone", 1, Grade.Pass)];
        var facts = Owing.Facts with { Revision = 2 };

        Assert.Equal(
            StoreFailure.UnknownConversation,
            await FailureOfAsync(
                () => store.Verdicts.AppendRetriedAsync(First, facts.Key, 2, retried, facts, Token)));
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.Verdicts.AppendRetriedAsync(First, facts.Key, 1, retried, facts, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => RetryAsync(store, [], Owing.Facts));
    }

    private static Task RetryAsync(OpenStore store, IReadOnlyList<Verdict> verdicts, ConversationFacts updated) =>
        store.Verdicts.AppendRetriedAsync(First, updated.Key, updated.Revision, verdicts, updated, Token);
}
