using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Statistics;
using Xunit;

namespace ConvoEval.UnitTests.Scoring.Comparisons;

public sealed class ComparisonStatesTests
{
    /// <summary>The states of v15_gates, and the verdict words of the product beside them.</summary>
    [Theory]
    [InlineData(0.01, 0.05, "better", ComparisonVerdict.Better)]
    [InlineData(-0.01, 0.03, "non_inferior", ComparisonVerdict.NoWorse)]
    [InlineData(-0.01, 0.01, "equivalent", ComparisonVerdict.NoWorse)]
    [InlineData(-0.05, -0.03, "worse_than_margin", ComparisonVerdict.Worse)]
    [InlineData(-0.05, -0.01, "worse", ComparisonVerdict.Worse)]
    [InlineData(-0.06, 0.04, "inconclusive", ComparisonVerdict.NotEnoughData)]
    [InlineData(0, 0.03, "non_inferior", ComparisonVerdict.NoWorse)]
    [InlineData(-0.02, 0.03, "inconclusive", ComparisonVerdict.NotEnoughData)]
    [InlineData(0.001, 0.002, "better", ComparisonVerdict.Better)]
    [InlineData(-0.015, -0.005, "no_worse_but_lower", ComparisonVerdict.NoWorse)]
    public void Interval_and_margin_give_state_and_verdict(double low, double high, string state, ComparisonVerdict verdict)
    {
        var found = ComparisonStates.Of(new Interval(low, high), 0.02);

        Assert.Equal((state, verdict), (found, ComparisonStates.VerdictOf(found)));
    }

    [Theory]
    [InlineData(0.01, 0.05, "better")]
    [InlineData(-0.05, -0.03, "worse")]
    [InlineData(-0.001, 0.001, "inconclusive")]
    public void Without_a_margin_nothing_is_no_worse(double low, double high, string state)
    {
        Assert.Equal(state, ComparisonStates.Of(new Interval(low, high), null));
    }

    [Fact]
    public void No_interval_is_no_data()
    {
        Assert.Equal(ComparisonVerdict.NotEnoughData, ComparisonStates.VerdictOf(ComparisonStates.Of(null, 0.02)));
    }
}
