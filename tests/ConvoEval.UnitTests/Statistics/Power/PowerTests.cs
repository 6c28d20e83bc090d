using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Power;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Power;

public sealed class PowerTests
{
    [Fact]
    public void Nothing_to_detect_needs_no_number()
    {
        Assert.Null(SampleSize.TwoRates(0.8, 0.8, 0.05, 0.8));
        Assert.Null(SampleSize.PairedRates(0.05, 0.05, 0.05, 0.8));
        Assert.Null(SampleSize.NonInferiority(0.8, 0.75, 0.05, 0.025, 0.8));
        Assert.Null(SampleSize.Inflated(100, 1, 0));
        Assert.Null(DetectableDifference.Drop(0.8, 0, 0.05, 0.8));
        Assert.Null(DetectableDifference.Drop(0.02, 10, 0.05, 0.8));
    }

    [Fact]
    public void A_difference_that_is_just_detectable_needs_the_units_it_was_computed_from()
    {
        double drop = DetectableDifference.Drop(0.8, 500, 0.05, 0.8) ?? 0;
        double rise = DetectableDifference.Rise(0.8, 500, 0.05, 0.8) ?? 0;
        Assert.InRange(SampleSize.TwoRates(0.8, 0.8 - drop, 0.05, 0.8) ?? 0, 500, 501);
        Assert.InRange(SampleSize.TwoRates(0.8, 0.8 + rise, 0.05, 0.8) ?? 0, 500, 501);
        Assert.True(rise < drop);
    }

    [Fact]
    public void A_claim_is_proven_by_the_number_of_items_given_and_not_by_one_less()
    {
        long items = GoldenSetSize.ForClaim(3, 0.9, 0.05);
        Assert.True(BetaDistribution.Quantile(0.05, items - 3, 4) >= 0.9);
        Assert.True(BetaDistribution.Quantile(0.05, items - 4, 4) < 0.9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.2)]
    public void Impossible_rates_are_refused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.TwoRates(rate, 0.5, 0.05, 0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => GoldenSetSize.ForHalfWidth(rate, 0.05, 0.95));
    }
}
