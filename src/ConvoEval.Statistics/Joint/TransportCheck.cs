using ConvoEval.Statistics.Multiplicity;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Joint;

/// <summary>
/// Does the judge err on live items as it does on golden ones? Fisher's exact test on sensitivity and on specificity,
/// Holm over the two. Not rejecting is no proof: small reviews rarely reject.
/// </summary>
public sealed record TransportCheck
{
    /// <summary>p-value for equal sensitivity; null when golden set or review has no good items.</summary>
    public double? SensitivityP { get; init; }

    /// <summary>p-value for equal specificity; null when golden set or review has no bad items.</summary>
    public double? SpecificityP { get; init; }

    /// <summary>The smaller p-value after Holm over those that exist; null when none does.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Golden minus live sensitivity (Newcombe); null with <see cref="SensitivityP"/>.</summary>
    public Interval? SensitivityDifference { get; init; }

    /// <summary>Golden minus live specificity; null with <see cref="SpecificityP"/>.</summary>
    public Interval? SpecificityDifference { get; init; }

    /// <summary>
    /// Whether the golden set must not be used for correction at this level of the test; null = could not be checked.
    /// </summary>
    public bool? IsRejected(double alpha)
    {
        Require.Level(alpha);
        return AdjustedP is { } p ? p < alpha : null;
    }

    /// <summary>Compares the two tables. O(items).</summary>
    public static TransportCheck Compare(GoldenCounts golden, GoldenCounts review, double level)
    {
        Require.Level(level);
        double? sensitivity = golden.Positives > 0 && review.Positives > 0
            ? FisherExact.TwoSidedP(golden.TruePositives, golden.Positives, review.TruePositives, review.Positives)
            : null;
        double? specificity = golden.Negatives > 0 && review.Negatives > 0
            ? FisherExact.TwoSidedP(golden.TrueNegatives, golden.Negatives, review.TrueNegatives, review.Negatives)
            : null;
        return new TransportCheck
        {
            SensitivityP = sensitivity,
            SpecificityP = specificity,
            AdjustedP = Smallest(sensitivity, specificity),
            SensitivityDifference = ProportionDifference.Newcombe(
                golden.TruePositives, golden.Positives, review.TruePositives, review.Positives, level),
            SpecificityDifference = ProportionDifference.Newcombe(
                golden.TrueNegatives, golden.Negatives, review.TrueNegatives, review.Negatives, level),
        };
    }

    private static double? Smallest(double? first, double? second)
    {
        if (first is { } a && second is { } b)
        {
            double[] adjusted = AdjustedPValues.Holm([a, b]);
            return adjusted[0] < adjusted[1] ? adjusted[0] : adjusted[1];
        }

        return first ?? second;
    }
}
