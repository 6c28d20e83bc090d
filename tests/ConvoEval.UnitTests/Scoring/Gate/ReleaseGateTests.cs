using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Gate;
using ConvoEval.Statistics;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Gate;

public sealed class ReleaseGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly KpiDefinition[] Board = [Pinned("goal_completion"), Pinned("containment")];

    /// <summary>The truth table of v15_gates (release_gate), with goal completion as the one that must improve or not.</summary>
    [Theory]
    [InlineData(0.01, 0.05, -0.01, 0.02, true, GateOutcome.Ship)]
    [InlineData(0.01, 0.05, -0.05, -0.03, true, GateOutcome.DoNotShip)]
    [InlineData(-0.005, 0.01, -0.01, 0.01, true, GateOutcome.DoNotShip)]
    [InlineData(-0.005, 0.01, -0.01, 0.01, false, GateOutcome.Ship)]
    [InlineData(0.01, 0.05, -0.04, 0.03, true, GateOutcome.NeedMoreData)]
    public void Pinned_kpis_decide(double low, double high, double guardLow, double guardHigh, bool mustImprove, GateOutcome outcome)
    {
        var decision = Decide(
            [Comparison("goal_completion", low, high), Comparison("containment", guardLow, guardHigh)],
            options: new GateOptions { MustImproveKpiId = mustImprove ? "goal_completion" : null });

        Assert.Equal(outcome, decision.Outcome);
        Assert.NotEmpty(decision.Reasons);
    }

    [Fact]
    public void Nothing_that_is_missing_can_look_like_a_pass()
    {
        var good = Comparison("goal_completion", 0.01, 0.05);
        var notComparable = good with { KpiId = "containment", Verdict = ComparisonVerdict.NotComparable, State = "not_licensed" };

        Assert.Equal(GateOutcome.NeedMoreData, Decide([good]).Outcome);
        Assert.Equal(GateOutcome.NeedMoreData, Decide([good, notComparable]).Outcome);
        Assert.Equal(GateOutcome.NeedMoreData, Decide([good], definitions: []).Outcome);
        Assert.Equal(GateOutcome.NeedMoreData, Decide([good with { From = "0" }, Comparison("containment", 0, 0.1) with { From = "0" }]).Outcome);
    }

    [Fact]
    public void One_critical_statement_stops_a_release_and_is_the_first_reason()
    {
        var decision = Decide(
            [Comparison("goal_completion", -0.1, -0.05), Comparison("containment", -0.01, 0.01)], criticalStatements: 1);

        Assert.Equal(GateOutcome.DoNotShip, decision.Outcome);
        Assert.StartsWith("2 made 1 critical forbidden statement;", decision.Reasons[0], StringComparison.Ordinal);
        Assert.Equal(2, decision.Reasons.Count);
    }

    [Fact]
    public void A_gain_with_a_lost_guard_is_suspected_even_if_the_guard_is_not_pinned()
    {
        KpiDefinition[] board =
        [
            Pinned("containment") with { GuardKpiId = "goal_completion" },
            Pinned("goal_completion") with { IsPinned = false },
        ];

        var decision = Decide([Comparison("containment", 0.01, 0.05), Comparison("goal_completion", -0.1, -0.05)], definitions: board);

        Assert.Equal(GateOutcome.NeedMoreData, decision.Outcome);
        Assert.Contains("may be gamed", Assert.Single(decision.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_in_force_lets_the_release_pass_and_does_not_change_what_was_measured()
    {
        var decision = Decide(Lost(), overrides: [Override("containment")]);

        Assert.Equal((GateOutcome.DoNotShip, true), (decision.Outcome, decision.IsOverridden));
        Assert.Single(decision.Overrides);
    }

    [Theory]
    [InlineData("goal_completion", "2", 0)]
    [InlineData("containment", "3", 0)]
    [InlineData("containment", "2", -1)]
    public void An_override_of_something_else_or_expired_does_not_count(string subject, string version, int days)
    {
        var given = Override(subject) with { BotVersion = version, Expires = Today.AddDays(days) };

        Assert.False(Decide(Lost(), overrides: [given]).IsOverridden);
    }

    [Fact]
    public void Expired_and_nameless_overrides_are_named()
    {
        var decision = Decide(
            Lost(), overrides: [Override("containment") with { Expires = new DateOnly(2026, 11, 19) }, Override("all") with { Author = " " }]);

        Assert.Contains("The override of containment by Ada expired on 2026-11-19 and does not count.", decision.Reasons);
        Assert.Contains("The override of all does not count: it needs an author and a reason.", decision.Reasons);
        Assert.Empty(decision.Overrides);
    }

    [Fact]
    public void An_override_must_cover_every_reason()
    {
        Assert.False(Decide(Lost(), criticalStatements: 2, overrides: [Override("containment")]).IsOverridden);
        Assert.True(Decide(Lost(), criticalStatements: 2, overrides: [Override("containment"), Override("critical_statements")]).IsOverridden);
        Assert.True(Decide(Lost(), criticalStatements: 2, overrides: [Override("all")]).IsOverridden);
    }

    private static KpiComparison[] Lost() => [Comparison("goal_completion", 0.01, 0.05), Comparison("containment", -0.1, -0.05)];

    private static KpiDefinition Pinned(string id) => Definition(id, 0.02) with { IsPinned = true, GuardKpiId = null };

    private static GateOverride Override(string subject) =>
        new() { Subject = subject, BotVersion = "2", Author = "Ada", Reason = "known", Expires = Today };

    private static KpiComparison Comparison(string kpi, double low, double high)
    {
        var state = ComparisonStates.Of(new Interval(low, high), 0.02);
        return new KpiComparison
        {
            KpiId = kpi,
            From = "1",
            To = "2",
            Difference = (low + high) / 2,
            Low = low,
            High = high,
            Level = 0.95,
            Method = "newcombe",
            Pairs = 0,
            Margin = 0.02,
            State = state,
            Verdict = ComparisonStates.VerdictOf(state),
        };
    }

    private static GateDecision Decide(
        IEnumerable<KpiComparison> comparisons,
        long criticalStatements = 0,
        IReadOnlyList<GateOverride>? overrides = null,
        IReadOnlyList<KpiDefinition>? definitions = null,
        GateOptions? options = null) =>
        ReleaseGate.Decide(
            comparisons.ToList(), definitions ?? Board, criticalStatements, overrides ?? [], Today, "1", "2", options ?? new GateOptions());
}
