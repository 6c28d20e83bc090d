using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Comparison;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Comparison;

public sealed class ComparisonTests
{
    [Fact]
    public void The_parts_of_a_split_sum_to_the_difference_whatever_the_counts()
    {
        var random = new SeededRandom(8);
        for (int round = 0; round < 200; round++)
        {
            List<StratumShares> strata = [.. Enumerable.Range(0, 6).Select(i => Stratum(random, "s" + i))];
            MixShift? found = MixShift.Split(strata, 0.95);
            if (found is null)
                continue;
            Assert.Equal(found.Difference, found.Mix + found.Within + found.Entered + found.Left, 1e-12);
            strata.Reverse();
            MixShift? turned = MixShift.Split(strata, 0.95);
            Assert.NotNull(turned);
            Assert.Equal(found.Mix, turned.Mix, 1e-12);
            Assert.Equal(found.AtOldMix.Value, turned.AtOldMix.Value, 1e-12);
        }
    }

    [Fact]
    public void Exchanging_the_versions_turns_every_sign()
    {
        MixShift? there = MixShift.Split(
            [new("a", 40, 50, 20, 30), new("b", 5, 20, 9, 40), new("c", 1, 5, 0, 0)], 0.95);
        MixShift? back = MixShift.Split(
            [new("a", 20, 30, 40, 50), new("b", 9, 40, 5, 20), new("c", 0, 0, 1, 5)], 0.95);
        Assert.NotNull(there);
        Assert.NotNull(back);
        Assert.Equal(there.Mix, -back.Mix, 1e-14);
        Assert.Equal(there.Within, -back.Within, 1e-14);
        Assert.Equal(there.Left, -back.Entered, 1e-14);
        Assert.Equal(there.AtOldMix.Value, -back.AtNewMix.Value, 1e-14);
    }

    [Fact]
    public void Versions_without_a_common_stratum_cannot_be_split()
    {
        Assert.Null(MixShift.Split([new("a", 4, 5, 0, 0), new("b", 0, 0, 3, 9)], 0.95));
        Assert.Null(MixShift.Split([new("a", 4, 5, 0, 0)], 0.95));
        Assert.Null(MixShift.Split([], 0.95));
    }

    [Fact]
    public void A_stratum_that_comes_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => MixShift.Split([new("a", 1, 2, 1, 2), new("a", 1, 2, 1, 2)], 0.95));

    [Fact]
    public void Small_strata_are_pooled_and_nothing_is_lost()
    {
        IReadOnlyList<StratumShares> pooled = MixShift.PoolSmall(
            [new("big", 40, 50, 20, 30), new("rare", 1, 2, 3, 40), new("other", 30, 60, 30, 60)], 30, "other");
        Assert.Equal(["big", "other"], pooled.Select(stratum => stratum.Name));
        Assert.Equal(31, pooled[1].OldSuccesses);
        Assert.Equal(100, pooled[1].NewTrials);
    }

    [Theory]
    [InlineData(0.01, 0.02, DifferenceState.Better)]
    [InlineData(-0.9, -0.8, DifferenceState.Worse)]
    [InlineData(-0.01, 0.01, DifferenceState.Inconclusive)]
    public void Without_a_margin_nobody_can_say_no_worse(double low, double high, DifferenceState expected) =>
        Assert.Equal(expected, DifferenceRule.Classify(new Interval(low, high), null));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.02)]
    [InlineData(double.NaN)]
    public void A_margin_that_is_none_is_refused(double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceRule.Classify(new Interval(0, 1), margin));

    [Fact]
    public void A_guardrail_that_surely_lost_stops_a_primary_that_surely_won()
    {
        GateResult found = ReleaseGate.Decide(
            new GateKpi("a", new Interval(0.1, 0.2), 0.02),
            [new GateKpi("b", new Interval(-0.3, -0.1), 0.02), new GateKpi("c", null, 0.02)],
            GateMode.NonInferiority,
            isJudgeTrusted: true,
            hasEnoughUnits: true);
        Assert.Equal(GateDecision.DoNotShip, found.Decision);
        Assert.Equal(["b"], found.KpiIds);
    }

    [Fact]
    public void A_guardrail_without_margin_cannot_pass_by_being_unclear()
    {
        GateResult found = ReleaseGate.Decide(
            new GateKpi("a", new Interval(0.1, 0.2), 0.02),
            [new GateKpi("b", new Interval(-0.01, 0.01), null)],
            GateMode.Superiority,
            isJudgeTrusted: true,
            hasEnoughUnits: true);
        Assert.Equal(GateDecision.NeedMoreData, found.Decision);
        Assert.Equal(["b"], found.KpiIds);
    }

    [Fact]
    public void Thresholds_in_the_wrong_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TrafficLightRule.HigherIsBetter(new Interval(0, 1), 0.7, 0.8));
        Assert.Throws<ArgumentException>(() => TrafficLightRule.LowerIsBetter(new Interval(0, 1), 0.8, 0.7));
    }

    [Fact]
    public void A_constant_covariate_adjusts_nothing()
    {
        Cuped? found = Cuped.Adjust([1, 0, 1], [2, 2, 2], 5);
        Assert.NotNull(found);
        Assert.Equal(0, found.Slope);
        Assert.Equal(found.RawMean, found.AdjustedMean);
        Assert.Null(Cuped.Adjust([1], [2], 0));
    }

    private static StratumShares Stratum(SeededRandom random, string name)
    {
        int older = random.NextIndex(3) == 0 ? 0 : 1 + random.NextIndex(50);
        int newer = random.NextIndex(3) == 0 ? 0 : 1 + random.NextIndex(50);
        return new StratumShares(name, random.NextIndex(older + 1), older, random.NextIndex(newer + 1), newer);
    }
}
