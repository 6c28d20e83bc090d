using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Tables;
using ConvoEval.Statistics.Distributions;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Comparisons;

public sealed class VersionComparerTests
{
    [Fact]
    public void Independent_shares_have_newcombes_interval()
    {
        // Newcombe 1998: 56/70 − 48/80 = .2 [.0524, .3339].
        var comparison = Compare([.. Goals("1", 48, 32), .. Goals("2", 56, 14)], "goal_completion", 0.02);

        Assert.Equal(("newcombe", 0L, "better"), (comparison.Method, comparison.Pairs, comparison.State));
        Assert.Equal(0.2, Known(comparison.Difference), 9);
        Assert.Equal(0.0524, Known(comparison.Low), 4);
        Assert.Equal(0.3339, Known(comparison.High), 4);
        Assert.Equal(ComparisonVerdict.Better, comparison.Verdict);
        Assert.Null(comparison.NeededPerVersion);
    }

    [Fact]
    public void The_same_scenarios_are_paired_and_discordant_pairs_are_counted()
    {
        // Both 40, only old 4, only new 16, neither 20: mid-p of 4 against 16 is 2·P(X<4)+P(X=4) of Bin(20, ½) = .0072 (hand calculation).
        var rows = new List<ConversationFacts>();
        for (var i = 0; i < 80; i++)
        {
            rows.Add(Goal("1", i, i < 44));
            rows.Add(Goal("2", i, i < 40 || i is >= 44 and < 60));
        }

        var comparison = Compare(rows, "goal_completion", 0.05);

        Assert.Equal(("newcombe_paired", 80L, 4L, 16L), (comparison.Method, comparison.Pairs, comparison.OnlyOld, comparison.OnlyNew));
        Assert.Equal(0.15, Known(comparison.Difference), 12);
        Assert.Equal(0.0072, Known(comparison.PValue), 4);
        Assert.Equal(ComparisonVerdict.Better, comparison.Verdict);
    }

    [Fact]
    public void Conversations_without_a_partner_are_left_out_and_named()
    {
        var rows = new List<ConversationFacts>();
        for (var i = 0; i < 50; i++)
        {
            rows.Add(Goal("1", i, i % 2 == 0));
            rows.Add(Goal("2", i + 5, i % 2 == 0));
        }

        var comparison = Compare(rows, "goal_completion", 0.05);

        Assert.Equal(45, comparison.Pairs);
        Assert.Contains("5 conversations of 1 and 5 of 2 have no partner", comparison.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_that_a_version_has_twice_is_no_pair()
    {
        var rows = Enumerable.Range(0, 31)
            .SelectMany(i => new[] { Goal("1", i, true), Goal("2", i, i % 2 == 0) })
            .Append(Goal("1", 0, true) with { Key = new("test", "again") });

        Assert.Equal(30, Compare(rows, "goal_completion", 0.05).Pairs);
    }

    [Fact]
    public void Trials_of_a_scenario_are_not_independent_pairs()
    {
        // Four trials that always agree are worth one: the interval is that of the scenarios, about twice as wide.
        var once = Enumerable.Range(0, 40).SelectMany(i => new[] { Goal("1", i, i % 2 == 0), Goal("2", i, i % 4 != 3) }).ToList();
        var fourTimes = once.SelectMany(row => Enumerable.Range(0, 4).Select(trial =>
            row with { Key = new("test", FormattableString.Invariant($"{row.Key.SourceId}/{trial}")), Trial = trial }));

        var comparison = Compare(fourTimes, "goal_completion", 0.05);
        var single = Compare(once, "goal_completion", 0.05);

        Assert.Equal(("paired_cluster_t", 160L), (comparison.Method, comparison.Pairs));
        Assert.InRange((Known(comparison.High) - Known(comparison.Low)) / (Known(single.High) - Known(single.Low)), 0.85, 1.15);
    }

    [Fact]
    public void Pairs_that_all_agree_leave_an_interval_of_some_width()
    {
        var comparison = Compare(
            Enumerable.Range(0, 200).SelectMany(i => new[] { Goal("1", i, true), Goal("2", i, true) }), "goal_completion", 0.05);

        Assert.Equal(0.0, comparison.Difference);
        Assert.True(comparison.Low < 0 && comparison.High > 0);
        Assert.Equal(ComparisonVerdict.NoWorse, comparison.Verdict);
    }

    [Fact]
    public void Lower_is_better_turns_the_verdict_and_not_the_difference()
    {
        var rows = Enumerable.Range(0, 400).Select(i => Row($"{i}", i % 2 == 0 ? "1" : "2") with
        {
            FallbackTurns = i % 2 == 0 ? (i % 4 == 0 ? 2 : 0) : (i % 8 == 1 ? 1 : 0),
        });

        var comparison = Compare(rows, "fallback", 0.02);

        Assert.True(comparison.Difference < 0);
        Assert.Equal((ComparisonVerdict.Better, "square_and_add_robust"), (comparison.Verdict, comparison.Method));
    }

    [Fact]
    public void Means_of_the_same_scenarios_are_compared_by_their_differences()
    {
        var rows = Enumerable.Range(0, 40).SelectMany(i => new[]
        {
            Goal("1", i, true) with { CostUsd = 1 + i },
            Goal("2", i, true) with { CostUsd = 1.5 + i + (i % 2 == 0 ? 0.1 : -0.1) },
        });

        var comparison = Compare(rows, "cost_per_conversation", 0.1);

        Assert.Equal("paired_cluster_t", comparison.Method);
        Assert.Equal(0.5, Known(comparison.Difference), 9);
        Assert.True(comparison.High - comparison.Low < 0.1);
        Assert.Equal(("worse_than_margin", ComparisonVerdict.Worse), (comparison.State, comparison.Verdict));
    }

    [Fact]
    public void Independent_means_have_welchs_interval()
    {
        // Welch on {1,2,3,4} and {2,4,6,8,10}: difference 3.5, SE² = 1.6667/4 + 10/5 = 2.41667, df = 5.5207
        // = 2.41667²/((.41667²)/3 + 2²/4) (hand calculation).
        var rows = new[] { 1.0, 2, 3, 4 }.Select((cost, i) => Row($"a{i}", "1") with { CostUsd = cost })
            .Concat(new[] { 2.0, 4, 6, 8, 10 }.Select((cost, i) => Row($"b{i}", "2") with { CostUsd = cost }));

        var comparison = Compare(rows, "cost_per_conversation", 0.1);

        var half = StudentT.TwoSided(0.95, 5.520661157) * Math.Sqrt(2.4166666666666665);
        Assert.Equal("welch_t", comparison.Method);
        Assert.Equal(3.5 + half, Known(comparison.High), 4);
        Assert.Equal((ComparisonVerdict.NotEnoughData, "too_few_scored"), (comparison.Verdict, comparison.State));
    }

    [Fact]
    public void Fewer_scored_units_than_the_minimum_give_no_verdict_but_the_difference()
    {
        var comparison = Compare([.. Goals("1", 1, 28), .. Goals("2", 28, 1)], "goal_completion", 0.02);

        Assert.Equal(ComparisonVerdict.NotEnoughData, comparison.Verdict);
        Assert.True(comparison.Low > 0.5);
    }

    [Fact]
    public void A_missing_source_is_not_comparable()
    {
        var comparison = Compare([.. Goals("1", 40, 0), .. Goals("2", 40, 0)], "cost_per_conversation", 0.02);

        Assert.Equal((ComparisonVerdict.NotComparable, "none"), (comparison.Verdict, comparison.Method));
        Assert.Equal("Cannot be computed for 1 and 2: no costs.", comparison.Explanation);
    }

    [Fact]
    public void An_open_comparison_says_how_many_conversations_would_decide()
    {
        // SampleSize: 80 % against 75 % needs 1,094 per version; by the width of the interval nearly the same.
        var comparison = Compare([.. Goals("1", 320, 80), .. Goals("2", 300, 100)], "goal_completion", null);

        Assert.Equal(ComparisonVerdict.NotEnoughData, comparison.Verdict);
        Assert.InRange(comparison.NeededPerVersion ?? 0, 1000, 1200);
    }

    [Fact]
    public void What_moved_a_share_adds_up_and_another_mix_is_named()
    {
        var rows = Goals("1", 870, 30, "easy").Concat(Goals("1", 50, 50, "hard"))
            .Concat(Goals("2", 390, 10, "easy")).Concat(Goals("2", 330, 270, "hard"));

        var comparison = Compare(rows, "goal_completion", 0.02);

        // v12, first case.
        Assert.Equal(-0.2, Known(comparison.Difference), 9);
        Assert.Equal(-0.22291666666666665, Known(comparison.Mix), 9);
        Assert.Equal(0.02291666666666666, Known(comparison.Within), 9);
        Assert.Contains("at the mix of the older one the difference is +1.", comparison.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_moved_a_share_of_turns_is_weighted_by_turns()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 800).Select(i => Row($"{i}", i % 2 == 0 ? "1" : "2") with
        {
            Intent = random.Next(3) == 0 ? "card" : "loan",
            BotTurns = 1 + random.Next(9),
            FallbackTurns = random.Next(2),
        });

        var comparison = Compare(rows, "fallback", 0.02);

        Assert.Equal(
            Known(comparison.Difference),
            Known(comparison.Mix) + Known(comparison.Within) + Known(comparison.Entered) + Known(comparison.Left),
            12);
    }

    [Fact]
    public void A_version_is_not_compared_with_itself()
    {
        Assert.Throws<ArgumentException>(() => VersionComparer.Compare(new FactsTable(), [], [], "1", "1", 0.95));
    }

    private static ConversationFacts Goal(string version, int scenario, bool isReached) =>
        Row(FormattableString.Invariant($"{version}/{scenario}"), version) with
        {
            ScenarioId = FormattableString.Invariant($"s{scenario}"),
            GoalsOpened = 1,
            GoalsReached = isReached ? 1 : 0,
        };

    private static KpiComparison Compare(IEnumerable<ConversationFacts> rows, string kpi, double? margin) =>
        Assert.Single(VersionComparer.Compare(FactsTable.Of(rows), [], [Definition(kpi, margin)], "1", "2", 0.95));
}
