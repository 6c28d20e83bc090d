using System;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Proportions;

public sealed class ProportionTests
{
    [Fact]
    public void Intervals_mirror_when_successes_and_failures_change_places()
    {
        foreach (Func<double, double, double, Interval?> method in Methods)
        {
            for (int x = 0; x <= 23; x++)
            {
                Interval one = method(x, 23, 0.9) ?? default;
                Interval other = method(23 - x, 23, 0.9) ?? default;
                Assert.Equal(one.Low, 1 - other.High, 1e-12);
                Assert.Equal(one.High, 1 - other.Low, 1e-12);
            }
        }
    }

    [Fact]
    public void Intervals_hold_the_share_and_are_never_one_point()
    {
        foreach (Func<double, double, double, Interval?> method in Methods)
        {
            foreach (int n in new[] { 1, 2, 10, 1000, 10_000_000 })
            {
                foreach (int x in new[] { 0, 1, n / 2, n })
                {
                    Interval? found = method(x, n, 0.95);
                    Assert.NotNull(found);
                    Assert.True(found.Value.Width > 0);
                    Assert.True(found.Value.Contains(x / (double)n));
                }
            }
        }
    }

    [Fact]
    public void Mean_coverage_of_Wilson_is_the_level()
    {
        // Exact, not simulated: the probability of every count at every rate. Known: near the level on average
        // (Brown, Cai and DasGupta 2001), dips at single rates.
        foreach (int n in new[] { 10, 30, 100 })
            Assert.InRange(MeanCoverage((x, trials) => Proportion.Wilson(x, trials, 0.95), n), 0.945, 0.957);
    }

    [Fact]
    public void Coverage_of_Clopper_Pearson_is_nowhere_below_the_level()
    {
        for (double p = 0.005; p < 1; p += 0.005)
            Assert.True(Coverage((x, n) => Proportion.ClopperPearson(x, n, 0.95), 25, p) >= 0.95 - 1e-12);
    }

    [Fact]
    public void Effective_trials_equal_to_trials_change_nothing()
    {
        Interval plain = Proportion.Wilson(7, 20, 0.95) ?? default;
        Interval effective = Proportion.WilsonEffective(0.35, 20, 0.95) ?? default;
        Assert.Equal(plain.Low, effective.Low, 1e-15);
        Assert.Equal(plain.High, effective.High, 1e-15);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(1, double.NaN)]
    public void Impossible_counts_are_refused(double x, double n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(x, n, 0.95));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Impossible_levels_are_refused_even_without_trials(double level)
    {
        foreach (Func<double, double, double, Interval?> method in Methods)
            Assert.Throws<ArgumentOutOfRangeException>(() => method(0, 0, level));
    }

    private static Func<double, double, double, Interval?>[] Methods =>
        [Proportion.Wilson, Proportion.ClopperPearson, Proportion.Jeffreys];

    private static double MeanCoverage(Func<int, int, Interval?> method, int n)
    {
        double sum = 0;
        const int Rates = 200;
        for (int i = 0; i < Rates; i++)
            sum += Coverage(method, n, (i + 0.5) / Rates) / Rates;
        return sum;
    }

    private static double Coverage(Func<int, int, Interval?> method, int n, double p)
    {
        double covered = 0;
        for (int x = 0; x <= n; x++)
            covered += method(x, n)?.Contains(p) ?? false ? Binomial.Probability(x, n, p) : 0;
        return covered;
    }
}
