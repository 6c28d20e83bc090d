using System;
using System.Linq;
using ConvoEval.Statistics.Multiplicity;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Multiplicity;

public sealed class MultiplicityTests
{
    private static readonly double[] Seen = [0.04, 0.001, 0.3, 0.02, 0.02, 1, 0];

    [Fact]
    public void Stricter_methods_give_no_smaller_values()
    {
        double[] bonferroni = AdjustedPValues.Bonferroni(Seen);
        double[] holm = AdjustedPValues.Holm(Seen);
        double[] hochberg = AdjustedPValues.BenjaminiHochberg(Seen);
        double[] yekutieli = AdjustedPValues.BenjaminiYekutieli(Seen);
        for (int i = 0; i < Seen.Length; i++)
        {
            Assert.True(bonferroni[i] >= holm[i]);
            Assert.True(holm[i] >= hochberg[i]);
            Assert.True(yekutieli[i] >= hochberg[i]);
            Assert.True(hochberg[i] >= Seen[i]);
        }
    }

    [Fact]
    public void Adjusted_values_come_back_in_the_order_given()
    {
        double[] turned = AdjustedPValues.Holm([.. Seen.Reverse()]);
        Assert.Equal(AdjustedPValues.Holm(Seen), turned.Reverse());
    }

    [Fact]
    public void Nothing_to_adjust_is_nothing_adjusted()
    {
        Assert.Empty(AdjustedPValues.Holm([]));
        Assert.Empty(AdjustedPValues.BenjaminiYekutieli([]));
        Assert.Empty(EValues.BenjaminiHochberg([], 0.1));
        Assert.Null(CombinedPValue.Fisher([]));
        Assert.Null(CombinedPValue.Cauchy([]));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_p_value_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedPValues.Holm([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedPValues.BenjaminiHochberg([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CombinedPValue.Stouffer([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EValues.FromPByMixture(p));
    }

    [Fact]
    public void One_p_value_combined_is_itself()
    {
        Assert.Equal(0.03, CombinedPValue.Fisher([0.03]) ?? 0, 1e-14);
        Assert.Equal(0.03, CombinedPValue.Stouffer([0.03]) ?? 0, 1e-14);
        Assert.Equal(0.03, CombinedPValue.Cauchy([0.03]) ?? 0, 1e-14);
    }

    [Fact]
    public void Impossible_and_certain_evidence_do_not_combine()
    {
        Assert.Null(CombinedPValue.Stouffer([0, 1]));
        Assert.Equal(0, CombinedPValue.Fisher([0, 1]));
    }

    [Fact]
    public void The_mixture_calibrator_has_no_step_where_its_series_begins() =>
        Assert.Equal(EValues.FromPByMixture(1 - 1.0001e-3), EValues.FromPByMixture(1 - 0.9999e-3), 1e-7);
}
