using ConvoEval.Statistics;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Proportions;

public sealed class ProportionDifferenceTests
{
    [Fact]
    public void Exchanging_the_sides_turns_the_sign()
    {
        Interval one = ProportionDifference.Newcombe(5, 9, 2, 11, 0.95) ?? default;
        Interval other = ProportionDifference.Newcombe(2, 11, 5, 9, 0.95) ?? default;
        Assert.Equal(one.Low, -other.High, 1e-15);
        Assert.Equal(one.High, -other.Low, 1e-15);
    }

    [Fact]
    public void Newcombe_stays_inside_what_is_possible_and_holds_the_difference()
    {
        for (int x1 = 0; x1 <= 6; x1++)
        {
            for (int x2 = 0; x2 <= 9; x2++)
            {
                Interval found = ProportionDifference.Newcombe(x1, 6, x2, 9, 0.99) ?? default;
                Assert.True(found.Width > 0);
                Assert.InRange(found.Low, -1 - 1e-12, x1 / 6.0 - x2 / 9.0);
                Assert.InRange(found.High, x1 / 6.0 - x2 / 9.0, 1 + 1e-12);
            }
        }
    }

    [Fact]
    public void An_empty_side_leaves_nothing_to_compare()
    {
        Assert.Null(ProportionDifference.Newcombe(0, 0, 3, 4, 0.95));
        Assert.Null(ProportionDifference.AgrestiCaffo(3, 4, 0, 0, 0.95));
        Assert.Null(ProportionDifference.PooledTest(0, 0, 3, 4));
        Assert.Equal(1, FisherExact.TwoSidedP(0, 0, 3, 4));
    }

    [Fact]
    public void Fisher_is_the_sum_of_the_tables_no_more_likely_than_the_seen_one()
    {
        // Tea tasting (Fisher 1935): 3 of 4 right; hand calculation: (16+16+1+1)/70.
        Assert.Equal(34.0 / 70, FisherExact.TwoSidedP(3, 4, 1, 4), 1e-12);
    }

    [Fact]
    public void Fisher_keeps_its_level()
    {
        const double Rate = 0.3;
        double rejected = 0;
        for (int x1 = 0; x1 <= 15; x1++)
        {
            for (int x2 = 0; x2 <= 20; x2++)
            {
                if (FisherExact.TwoSidedP(x1, 15, x2, 20) <= 0.05)
                    rejected += Binomial.Probability(x1, 15, Rate) * Binomial.Probability(x2, 20, Rate);
            }
        }

        Assert.InRange(rejected, 0.005, 0.05);
    }

    [Fact]
    public void The_same_mix_twice_has_a_chi_squared_of_zero()
    {
        SignificanceTest? found = HomogeneityTest.ChiSquaredTest([10, 0, 30], [20, 0, 60]);
        Assert.NotNull(found);
        Assert.Equal(0, found.Value.Statistic, 1e-12);
        Assert.Equal(1, found.Value.PValue, 1e-12);
    }

    [Fact]
    public void Chi_squared_of_two_categories_is_the_square_of_the_pooled_z()
    {
        SignificanceTest chi = HomogeneityTest.ChiSquaredTest([56, 14], [48, 32]) ?? default;
        SignificanceTest z = ProportionDifference.PooledTest(56, 70, 48, 80) ?? default;
        Assert.Equal(z.Statistic * z.Statistic, chi.Statistic, 1e-12);
        Assert.Equal(z.PValue, chi.PValue, 1e-12);
    }

    [Fact]
    public void A_mix_of_one_category_cannot_be_tested() =>
        Assert.Null(HomogeneityTest.ChiSquaredTest([10, 0], [20, 0]));
}
