using System;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    private static readonly Verdict[] EveryKind =
    [
        new Verdict.Graded
        {
            Criterion = "content_adherence",
            TurnIndex = 1,
            SubjectId = "g-17",
            Judge = StoreSamples.Judge,
            SelectionProbability = 0.25,
            ReasonCode = "wrong_number",
            Explanation = "Says 5, expected 3.",
            Grade = Grade.Contradicted,
            Probability = 0.01,
            Evidence = [new Evidence(1, 0, 2, "It"), new Evidence(1, 3, 6, "was")],
            CriticalStatementId = "never-5",
        },
        StoreSamples.Graded("tone", null, Grade.Pass),
        StoreSamples.Graded("tone", 1, Grade.Fail),
        new Verdict.Abstained { Criterion = "tone", TurnIndex = 3, Judge = StoreSamples.Judge, ReasonCode = "unsure" },
        new Verdict.NotApplicable { Criterion = "tone", TurnIndex = 5, Judge = StoreSamples.Judge, ReasonCode = "n_a" },
        StoreSamples.Unscored("tone", 7, UnscoredReason.Unparsable),
        StoreSamples.Unscored("tone", 8, UnscoredReason.Truncated),
        StoreSamples.Unscored("tone", 9, UnscoredReason.Refused),
        StoreSamples.Unscored("tone", 10, UnscoredReason.EvidenceNotFound),
        StoreSamples.Unscored("tone", 11, UnscoredReason.Transport),
        StoreSamples.Unscored("tone", 12, UnscoredReason.Budget),
        StoreSamples.Unscored("tone", 13, UnscoredReason.TooLarge),
        StoreSamples.Graded("tone", 14, Grade.NotContradicted),
    ];

    [Fact]
    public async Task Verdicts_of_every_kind_come_back_with_every_member_in_the_fixed_order()
    {
        await using var store = await CreateWithAsync(
            StoreSamples.Record("1", 1) with { Verdicts = [.. EveryKind.Reverse()] });

        var read = await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token));

        var expected = EveryKind.OrderBy(v => v.TurnIndex ?? -1).ThenBy(v => v.Criterion, StringComparer.Ordinal);
        Assert.Equal(expected.Select(ExactJson.Of), read.Select(v => ExactJson.Of(v.Verdict)));
        Assert.All(read, v => Assert.Equal((StoreSamples.Key("1"), 1), (v.Key, v.Revision)));
    }

    [Fact]
    public async Task Verdicts_on_one_turn_are_ordered_by_criterion_subject_and_judge()
    {
        var graded = StoreSamples.Graded("tone", 1, Grade.Pass);
        Verdict[] ordered =
        [
            graded with { TurnIndex = null, Criterion = "zeal" },
            graded with { Criterion = "adherence" },
            graded,
            graded with { SubjectId = "a", Judge = new JudgeDigest("m", "1") },
            graded with { SubjectId = "a", Judge = new JudgeDigest("m", "2") },
            graded with { SubjectId = "a", Judge = new JudgeDigest("n", "0") },
            graded with { SubjectId = "b", Judge = new JudgeDigest("m", "1") },
            graded with { TurnIndex = 10, Criterion = "adherence" },
        ];
        await using var store = await CreateWithAsync(
            StoreSamples.Record("1", 1) with { Verdicts = [.. ordered.Reverse()] });

        var read = await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token));

        Assert.Equal(ordered.Select(ExactJson.Of), read.Select(v => ExactJson.Of(v.Verdict)));
    }

    [Fact]
    public async Task Filter_picks_by_criterion_judge_and_reason()
    {
        var other = StoreSamples.Graded("tone", 1, Grade.Pass) with { Judge = new JudgeDigest("model", "1") };
        await using var store = await CreateWithAsync(
            StoreSamples.Record("1", 1) with { Verdicts = [.. EveryKind, other] });

        Assert.Equal(1, await CountAsync(new VerdictFilter { Criterion = "content_adherence" }));
        Assert.Equal(1, await CountAsync(new VerdictFilter { Judge = "model" }));
        Assert.Equal(7, await CountAsync(new VerdictFilter { IsUnscoredOnly = true }));
        Assert.Equal(1, await CountAsync(new VerdictFilter { Reason = UnscoredReason.Budget }));
        Assert.Equal(0, await CountAsync(new VerdictFilter { Judge = "model", IsUnscoredOnly = true }));
        Assert.Equal(14, await CountAsync(VerdictFilter.All));

        async Task<int> CountAsync(VerdictFilter filter) =>
            (await ListAsync(store.Reader.ReadVerdictsAsync(First, filter, Token))).Count;
    }

    [Fact]
    public async Task Ledger_adds_up_by_criterion_version_and_judge()
    {
        var first = StoreSamples.Record("1", 1);
        var second = StoreSamples.Record("2", 1);
        var third = StoreSamples.Record("3", 1);
        var newer = new JudgeDigest("rules", "newer");
        await using var store = await CreateWithAsync(
            first with { Verdicts = EveryKind },
            second with
            {
                Facts = second.Facts with { BotVersion = null },
                Verdicts = [StoreSamples.Graded("tone", 1, Grade.Pass)],
            },
            third with
            {
                Verdicts = [StoreSamples.Graded("tone", 1, Grade.Pass) with { Judge = newer }],
            });

        var ledger = await ListAsync(store.Reader.ReadLedgerAsync(First, Token));

        var adherence = new LedgerLine
        {
            Criterion = "content_adherence",
            BotVersion = "2.0",
            Judge = "rules",
            Total = 1,
            Scored = 1,
            Abstained = 0,
            NotApplicable = 0,
            Unparsable = 0,
            SkippedByBudget = 0,
            Errored = 0,
        };
        // Twelve of EveryKind and the verdict of the third conversation, whose judge has the same name.
        var tone = new LedgerLine
        {
            Criterion = "tone",
            BotVersion = "2.0",
            Judge = "rules",
            Total = 13,
            Scored = 4,
            Abstained = 1,
            NotApplicable = 1,
            Unparsable = 4,
            SkippedByBudget = 1,
            Errored = 2,
        };
        Assert.Equal([adherence, adherence with { Criterion = "tone", BotVersion = null }, tone], ledger);
        Assert.All(ledger, line => Assert.Equal(
            line.Total,
            line.Scored + line.Abstained + line.NotApplicable + line.Unparsable + line.SkippedByBudget + line.Errored));
    }
}
