using System;
using ConvoEval.Statistics.Agreement;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Agreement;

public sealed class AgreementTests
{
    [Fact]
    public void Renaming_the_categories_changes_nothing()
    {
        AgreementCoefficients? one = AgreementCoefficients.Measure([13, 2, 0, 1, 20, 7, 3, 4, 56], 3, 0.95);
        // The same table with categories 0 and 2 exchanged.
        AgreementCoefficients? other = AgreementCoefficients.Measure([56, 4, 3, 7, 20, 1, 0, 2, 13], 3, 0.95);
        Assert.NotNull(one?.Kappa);
        Assert.NotNull(other?.Kappa);
        Assert.Equal(one.Kappa.Value.Value, other.Kappa.Value.Value, 1e-14);
        Assert.Equal(one.Kappa.Value.StandardError, other.Kappa.Value.StandardError, 1e-14);
        Assert.Equal(one.Ac1.StandardError, other.Ac1.StandardError, 1e-14);
    }

    [Fact]
    public void Full_agreement_has_no_interval_instead_of_a_sure_one()
    {
        AgreementCoefficients? found = AgreementCoefficients.Measure([7, 0, 0, 0, 4, 0, 0, 0, 19], 3, 0.95);
        Assert.NotNull(found?.Kappa);
        Assert.Equal(1, found.Kappa.Value.Value, 1e-14);
        Assert.Equal(1, found.Ac1.Value, 1e-14);
        Assert.Null(found.Kappa.Value.Interval);
        Assert.Null(found.Ac1.Interval);
    }

    [Fact]
    public void A_golden_set_without_bad_items_says_nothing_of_specificity()
    {
        BinaryAgreement found = BinaryAgreement.Measure(new ConfusionCounts(90, 0, 10, 0), 0.95);
        Assert.Null(found.Specificity);
        Assert.Null(found.SpecificityInterval);
        Assert.Null(found.Youden);
        Assert.Null(found.Matthews);
        Assert.Equal(0.9, found.Sensitivity);
    }

    [Fact]
    public void An_empty_table_measures_nothing()
    {
        BinaryAgreement found = BinaryAgreement.Measure(default, 0.95);
        Assert.Null(found.Accuracy);
        Assert.Null(found.Coefficients);
        Assert.Null(WeightedKappa.Quadratic([0, 0, 0, 0], 2));
        Assert.Null(FleissKappa.Measure([], 2));
        Assert.Null(KrippendorffAlpha.Measure([], MeasurementLevel.Ordinal));
    }

    [Fact]
    public void Weighted_kappa_of_two_grades_is_the_plain_one()
    {
        double? plain = AgreementCoefficients.Measure([20, 5, 10, 15], 2, 0.95)?.Kappa?.Value;
        Assert.NotNull(plain);
        // Hand calculation (Cohen's own style of example): p_a = .7, p_e = .5.
        Assert.Equal(0.4, plain.Value, 1e-14);
        Assert.Equal(plain.Value, WeightedKappa.Linear([20, 5, 10, 15], 2) ?? 0, 1e-14);
    }

    [Fact]
    public void Tables_of_the_wrong_shape_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AgreementCoefficients.Measure([1, 2, 3], 2, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgreementCoefficients.Measure([1, 2, -3, 4], 2, 0.95));
        Assert.Throws<ArgumentException>(() => FleissKappa.Measure([2, 0, 1, 0], 2));
        Assert.Throws<ArgumentException>(
            () => KrippendorffAlpha.Measure([[1, double.NaN]], MeasurementLevel.Interval));
    }
}
