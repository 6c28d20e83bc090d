using System;
using ConvoEval.Statistics.Distributions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Distributions;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(0.05, 3)]
    [InlineData(2000, 0.5)]
    [InlineData(1e6, 1e6)]
    [InlineData(5, 1e7)]
    public void Beta_quantiles_survive_the_round_trip_from_either_tail(double a, double b)
    {
        foreach (double p in new[] { 1e-10, 0.025, 0.5, 0.975 })
        {
            double low = BetaDistribution.Quantile(p, a, b);
            Assert.Equal(1, BetaDistribution.Cdf(low, a, b) / p, 1e-8);
            double high = BetaDistribution.UpperQuantile(p, a, b);
            if (high < 1 - 1e-6)
                Assert.Equal(1, BetaDistribution.Survival(high, a, b) / p, 1e-8);
        }
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(17, 0.02)]
    [InlineData(400, 0.7)]
    public void Binomial_probabilities_sum_to_the_distribution_function(int n, double p)
    {
        double sum = 0;
        for (int k = 0; k <= n; k++)
        {
            sum += Binomial.Probability(k, n, p);
            Assert.Equal(sum, Binomial.Cdf(k, n, p), 1e-12);
            Assert.Equal(1 - sum, Binomial.AtLeast(k + 1, n, p), 1e-12);
        }

        Assert.Equal(1, sum, 1e-12);
    }

    [Fact]
    public void Binomial_keeps_its_digits_for_a_billion_trials()
    {
        // No success: (1−p)^n = exp(n ln(1−p)), p = 1e-9: −1 − 5e-10.
        Assert.Equal(Math.Exp(-1 - 5e-10), Binomial.Probability(0, 1_000_000_000, 1e-9), 1e-12);
        // Half of the trials: 1/√(πn/2)·(1 − 1/(4n)) by Stirling.
        double peak = Math.Sqrt(2 / (Math.PI * 1e9)) * (1 - 1 / 4e9);
        Assert.Equal(1, Binomial.Probability(500_000_000, 1_000_000_000, 0.5) / peak, 1e-12);
    }

    [Fact]
    public void Binomial_quantile_is_the_first_count_that_reaches_the_probability()
    {
        for (int k = 0; k <= 12; k++)
        {
            double reached = Binomial.Cdf(k, 12, 0.37);
            Assert.Equal(k, Binomial.Quantile(Math.Min(reached, 1 - 1e-12), 12, 0.37));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void Garwood_ends_leave_the_asked_tails(int count)
    {
        double low = PoissonCount.Garwood(count, 0.9).Low;
        double high = PoissonCount.Garwood(count, 0.9).High;
        Assert.Equal(0.05, PoissonCount.AtLeast(count, low), 1e-10);
        Assert.Equal(0.05, 1 - PoissonCount.AtLeast(count + 1, high), 1e-10);
    }

    [Theory]
    [InlineData(0.4, 1e-12)]
    [InlineData(3, 0.999)]
    [InlineData(1e6, 0.2)]
    public void Chi_squared_quantiles_survive_the_round_trip(double degreesOfFreedom, double p) =>
        Assert.Equal(1, ChiSquared.Cdf(ChiSquared.Quantile(p, degreesOfFreedom), degreesOfFreedom) / p, 1e-9);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Normal_quantile_refuses_what_is_no_inner_probability(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardNormal.Quantile(p));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    public void Log_gamma_refuses_what_has_none(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.LogGamma(x));
}
