using System;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Agreement;

/// <summary>
/// What a binary judge is worth against gold. Each measure is null when its denominator is empty: a golden set without
/// bad items says nothing about specificity. Decide by the lower ends of sensitivity and specificity, never by accuracy
/// or κ alone.
/// </summary>
public sealed record BinaryAgreement
{
    /// <summary>The table measured.</summary>
    public required ConfusionCounts Counts { get; init; }

    /// <summary>Share of items judged as gold says.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Wilson interval of <see cref="Accuracy"/>.</summary>
    public Interval? AccuracyInterval { get; init; }

    /// <summary>Share of good items passed.</summary>
    public double? Sensitivity { get; init; }

    /// <summary>Wilson interval of <see cref="Sensitivity"/>.</summary>
    public Interval? SensitivityInterval { get; init; }

    /// <summary>Share of bad items failed.</summary>
    public double? Specificity { get; init; }

    /// <summary>Wilson interval of <see cref="Specificity"/>.</summary>
    public Interval? SpecificityInterval { get; init; }

    /// <summary>Share of passed items that are good.</summary>
    public double? Precision { get; init; }

    /// <summary>Share of failed items that are bad.</summary>
    public double? NegativePredictiveValue { get; init; }

    /// <summary>2TP/(2TP+FP+FN).</summary>
    public double? F1 { get; init; }

    /// <summary>Mean of sensitivity and specificity.</summary>
    public double? BalancedAccuracy { get; init; }

    /// <summary>Interval of <see cref="BalancedAccuracy"/>: (1+J)/2 at the ends of J.</summary>
    public Interval? BalancedAccuracyInterval { get; init; }

    /// <summary>Youden's (1950) J = sensitivity + specificity − 1; 0 for a judge that tells nothing.</summary>
    public double? Youden { get; init; }

    /// <summary>Square-and-add (Newcombe 1998) of the Wilson intervals of sensitivity and 1 − specificity.</summary>
    public Interval? YoudenInterval { get; init; }

    /// <summary>Matthews' (1975) correlation; null when a margin is 0.</summary>
    public double? Matthews { get; init; }

    /// <summary>Share of items that are good.</summary>
    public double? PrevalenceGold { get; init; }

    /// <summary>Share of items the judge passed.</summary>
    public double? PrevalenceJudge { get; init; }

    /// <summary>False positives minus false negatives over all items: above 0, the judge is lenient.</summary>
    public double? BiasIndex { get; init; }

    /// <summary>Chance-corrected coefficients; null without items.</summary>
    public AgreementCoefficients? Coefficients { get; init; }

    /// <summary>Measures a table. An empty table gives nulls. O(1).</summary>
    public static BinaryAgreement Measure(ConfusionCounts counts, double level)
    {
        Require.Level(level);
        double tp = counts.TruePositives;
        double fp = counts.FalsePositives;
        double fn = counts.FalseNegatives;
        double tn = counts.TrueNegatives;
        double? sensitivity = Ratio(tp, counts.Positives);
        double? specificity = Ratio(tn, counts.Negatives);
        Interval? youden = ProportionDifference.Newcombe(tp, counts.Positives, fp, counts.Negatives, level);
        double margins = Math.Sqrt(tp + fp) * Math.Sqrt(tp + fn) * Math.Sqrt(tn + fp) * Math.Sqrt(tn + fn);
        return new BinaryAgreement
        {
            Counts = counts,
            Accuracy = Ratio(tp + tn, counts.Items),
            AccuracyInterval = Proportion.Wilson(tp + tn, counts.Items, level),
            Sensitivity = sensitivity,
            SensitivityInterval = Proportion.Wilson(tp, counts.Positives, level),
            Specificity = specificity,
            SpecificityInterval = Proportion.Wilson(tn, counts.Negatives, level),
            Precision = Ratio(tp, tp + fp),
            NegativePredictiveValue = Ratio(tn, tn + fn),
            F1 = Ratio(2 * tp, 2 * tp + fp + fn),
            BalancedAccuracy = (sensitivity + specificity) / 2,
            BalancedAccuracyInterval = youden?.Mapped(0.5, 0.5),
            Youden = sensitivity + specificity - 1,
            YoudenInterval = youden,
            Matthews = Ratio(tp * tn - fp * fn, margins),
            PrevalenceGold = Ratio(counts.Positives, counts.Items),
            PrevalenceJudge = Ratio(tp + fp, counts.Items),
            BiasIndex = Ratio(fp - fn, counts.Items),
            Coefficients = AgreementCoefficients.Measure(
                [counts.TruePositives, counts.FalseNegatives, counts.FalsePositives, counts.TrueNegatives], 2, level),
        };
    }

    private static double? Ratio(double numerator, double denominator) =>
        denominator == 0 ? null : numerator / denominator;
}
