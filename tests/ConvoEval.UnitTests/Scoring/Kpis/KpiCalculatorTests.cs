using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Kpis;

public sealed class KpiCalculatorTests
{
    [Fact]
    public void Unscored_conversations_stay_out_of_the_value_and_in_the_bounds()
    {
        var rows = Goals("1", 6, 2).Append(Row("x") with { GoalsOpened = 1, GoalsReached = 0, GoalsUnscored = 1 })
            .Append(Row("y") with { GoalsOpened = 2, GoalsReached = 1, GoalsUnscored = 1 });

        var estimate = Estimate(rows, "goal_completion");

        // 6 of 8 known; 6/10 and 8/10 when the two unknown ones fail or pass.
        Assert.Equal((0.75, 8L, 2L), (estimate.Value, estimate.Scored, estimate.Unscored));
        Assert.Equal((0.6, 0.8), (estimate.UnscoredAsFail, estimate.UnscoredAsPass));
    }

    [Fact]
    public void A_missed_goal_decides_although_another_goal_is_unscored()
    {
        var estimate = Estimate([Row("x") with { GoalsOpened = 2, GoalsReached = 0, GoalsUnscored = 1 }], "goal_completion");

        Assert.Equal((0.0, 1L, 0L), (estimate.Value, estimate.Scored, estimate.Unscored));
    }

    [Fact]
    public void Bounds_of_a_kpi_where_lower_is_better_put_failure_at_the_top()
    {
        var rows = new[] { Row("a") with { IsEscalated = true }, Row("b") with { IsEscalated = false }, Row("c"), Row("d") };

        var estimate = Estimate(rows, "escalation");

        Assert.Equal((0.75, 0.25), (estimate.UnscoredAsFail, estimate.UnscoredAsPass));
    }

    [Fact]
    public void Missing_inputs_give_no_value_and_name_what_is_missing()
    {
        var estimates = KpiCalculator.Calculate(FactsTable.Of([Row("a"), Row("b")]), KpiDictionary.Default, [], 0.95);

        Assert.All(estimates, estimate => Assert.Null(estimate.Value));
        Assert.Equal(
            "cannot be computed from this source: no costs",
            estimates.Single(estimate => estimate.KpiId == "cost_per_conversation").MissingBecause);
    }

    [Fact]
    public void Fallbacks_are_counted_per_bot_turn_and_clustered_in_conversations()
    {
        var rows = new[]
        {
            Row("a") with { BotTurns = 4, FallbackTurns = 2 },
            Row("b") with { BotTurns = 1, FallbackTurns = 0 },
            Row("c") with { BotTurns = 5, FallbackTurns = 0 },
            Row("d") with { BotTurns = 7 },
        };

        var estimate = Estimate(rows, "fallback");

        Assert.Equal((0.2, 2.0, 10.0, 10L, 7L), (estimate.Value, estimate.Numerator, estimate.Denominator, estimate.Scored, estimate.Unscored));
        Assert.Equal("ratio_linearised_t", estimate.Method);
        // (2 + 7)/17 and 2/17.
        Assert.Equal(9.0 / 17, Known(estimate.UnscoredAsFail), 12);
        Assert.Equal(2.0 / 17, Known(estimate.UnscoredAsPass), 12);
    }

    [Fact]
    public void No_fallback_in_any_conversation_still_has_an_interval_of_some_width()
    {
        var estimate = Estimate(Enumerable.Range(0, 40).Select(i => Row($"{i}") with { FallbackTurns = 0 }), "fallback");

        Assert.Equal(0.0, estimate.Value);
        Assert.True(estimate.High > 0.01);
    }

    [Fact]
    public void A_mean_has_students_interval_and_one_value_has_none()
    {
        // t(0.975, 2) = 4.302652729911275 (scipy 1.10.1); mean 2, sd 1, n 3.
        var estimate = Estimate([Cost("a", 1), Cost("b", 2), Cost("c", 3)], "cost_per_conversation");

        Assert.Equal("mean_t", estimate.Method);
        Assert.Equal(2 - 4.302652729911275 / Math.Sqrt(3), Known(estimate.Low), 9);
        Assert.Null(Estimate([Cost("a", 1)], "cost_per_conversation").Low);
    }

    [Fact]
    public void Conversations_of_a_user_are_summed_before_the_interval_is_taken()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Row($"{i}") with { UserKey = $"u{i / 2}", IsEscalated = i / 2 % 3 == 0 });

        var estimate = Estimate(rows, "containment");
        var independent = Estimate(rows.Select(row => row with { UserKey = null }), "containment");

        Assert.Equal(("cluster_robust_t", "wilson"), (estimate.Method, independent.Method));
        Assert.Equal(independent.Value, estimate.Value);
        Assert.True(estimate.High - estimate.Low > 1.3 * (independent.High - independent.Low));
        Assert.Empty(estimate.Assumptions);
    }

    [Fact]
    public void Trials_of_a_scenario_are_a_cluster_as_users_are()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Row($"{i}") with { ScenarioId = $"s{i / 4}", Trial = i % 4, IsEscalated = i / 4 % 2 == 0 });

        Assert.Equal("cluster_robust_t", Estimate(rows, "containment").Method);
        Assert.Equal("wilson", Estimate(rows.Where(row => row.Trial == 0), "containment").Method);
    }

    [Fact]
    public void Segments_are_the_intents_of_a_version_and_add_up_to_it()
    {
        var table = FactsTable.Of([.. Goals("1", 3, 1, "card"), .. Goals("1", 1, 1, "loan"), .. Goals("1", 2, 0)]);

        var estimates = KpiCalculator.Calculate(table, [Definition("goal_completion")], [], 0.95);

        Assert.Equal([null, "intent=(unknown)", "intent=card", "intent=loan"], estimates.Select(estimate => estimate.Segment));
        Assert.Equal(estimates[0].Numerator, estimates.Skip(1).Sum(estimate => estimate.Numerator));
        Assert.Equal(estimates[0].Scored, estimates.Skip(1).Sum(estimate => estimate.Scored));
    }

    [Fact]
    public void Versions_come_in_order_of_release_and_conversations_of_unknown_version_in_an_estimate_of_all()
    {
        var rows = new[]
        {
            Row("a", "2.10") with { Night = new DateOnly(2026, 11, 20) },
            Row("b", "2.9") with { Night = new DateOnly(2026, 11, 10) },
            Row("c", "2.10") with { Night = new DateOnly(2026, 11, 21) },
            Row("d", "undated") with { Night = null },
            Row("e", null),
        };
        var table = FactsTable.Of(rows.Select(row => row with { CostUsd = 1 }));

        Assert.Equal(["2.9", "2.10", "undated"], table.Versions);
        var estimates = KpiCalculator.Calculate(table, [Definition("cost_per_conversation")], [], 0.95);
        Assert.Equal([("2.9", 1L), ("2.10", 2L), ("undated", 1L), (null, 5L)], estimates.Select(estimate => (estimate.BotVersion, estimate.Scored)));
    }

    [Fact]
    public void A_kpi_without_a_formula_says_so()
    {
        var unknown = Definition("fallback") with { Id = "happiness" };

        var estimate = Assert.Single(KpiCalculator.Calculate(FactsTable.Of([Row("a")]), [unknown], [], 0.95));

        Assert.StartsWith("no formula is known for happiness", estimate.MissingBecause, StringComparison.Ordinal);
    }

    private static ConversationFacts Cost(string id, double cost) => Row(id) with { CostUsd = cost };

    private static Estimate Estimate(IEnumerable<ConversationFacts> rows, string kpi) =>
        KpiCalculator.Calculate(FactsTable.Of(rows), [Definition(kpi)], [], 0.95)
            .First(estimate => estimate.KpiId == kpi && estimate.Segment is null);
}
