using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.PredictionPowered;

namespace ConvoEval.Statistics.Joint;

/// <summary>
/// One likelihood for unreviewed judged items, a random human review and (optionally) golden items that transport: own
/// derivation, not a published method. Without golden items it is PPI++ with the right behaviour in small samples.
/// </summary>
public sealed record JointEstimate
{
    /// <summary>The true rate, inside 0…1.</summary>
    public required double Value { get; init; }

    /// <summary>Sensitivity of the judge, from all sources.</summary>
    public required double Sensitivity { get; init; }

    /// <summary>Specificity of the judge, from all sources.</summary>
    public required double Specificity { get; init; }

    /// <summary>Standard error of <see cref="Value"/> from the expected Fisher information.</summary>
    public required double StandardError { get; init; }

    /// <summary>Normal interval on the logit scale, inside 0…1.</summary>
    public required Interval Interval { get; init; }

    /// <summary>
    /// EM in (rate, sensitivity, specificity), each with <paramref name="pseudoCount"/> added to both outcomes in every
    /// step, then the inverse of the expected information. Golden items may be pooled only when <see
    /// cref="TransportCheck"/> has not rejected and they come from the same population. Null without reviews and golden
    /// items on both classes, because then judge and rate cannot be told apart. O(iterations).
    /// </summary>
    /// <param name="reviews">Reviewed and unreviewed items.</param>
    /// <param name="golden">Golden items; default for none.</param>
    /// <param name="iterations">EM steps; 300 settle all but nearly uninformative data.</param>
    /// <param name="pseudoCount">Above 0; ½ in the house's measurements.</param>
    /// <param name="level">Confidence level.</param>
    public static JointEstimate? Estimate(
        ReviewCounts reviews,
        GoldenCounts golden,
        int iterations,
        double pseudoCount,
        double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        Require.Positive(pseudoCount);
        double z = StandardNormal.TwoSided(level);
        if (reviews.Reviewed == 0 && (golden.Positives == 0 || golden.Negatives == 0))
            return null;
        if (reviews.Reviewed + reviews.Unreviewed == 0)
            return null;
        (double rate, double sensitivity, double specificity) = Maximise(reviews, golden, iterations, pseudoCount);
        if (ErrorOfRate(rate, sensitivity, specificity, reviews, golden) is not { } error)
            return null;
        double logit = Math.Log(rate / (1 - rate));
        double half = z * error / (rate * (1 - rate));
        return new JointEstimate
        {
            Value = rate,
            Sensitivity = sensitivity,
            Specificity = specificity,
            StandardError = error,
            Interval = new Interval(1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-logit - half))),
        };
    }

    private static (double Rate, double Sensitivity, double Specificity) Maximise(
        ReviewCounts reviews,
        GoldenCounts golden,
        int iterations,
        double pseudoCount)
    {
        double good = reviews.GoodPassed + reviews.GoodFailed;
        double bad = reviews.BadPassed + reviews.BadFailed;
        double passed = reviews.UnreviewedPassed;
        double failed = reviews.UnreviewedFailed;
        double all = good + bad + passed + failed;
        double hits = reviews.GoodPassed + golden.TruePositives;
        double rejections = reviews.BadFailed + golden.TrueNegatives;
        double rate = (good + 1) / (good + bad + 2);
        double sensitivity = (hits + 1) / (good + golden.Positives + 2);
        double specificity = (rejections + 1) / (bad + golden.Negatives + 2);
        for (int step = 0; step < iterations; step++)
        {
            double pass = rate * sensitivity + (1 - rate) * (1 - specificity);
            double goodPassed = passed * (rate * sensitivity / pass);
            double goodFailed = failed * (rate * (1 - sensitivity) / (1 - pass));
            rate = (good + goodPassed + goodFailed + pseudoCount) / (all + 2 * pseudoCount);
            sensitivity = (hits + goodPassed + pseudoCount)
                / (good + golden.Positives + goodPassed + goodFailed + 2 * pseudoCount);
            specificity = (rejections + (failed - goodFailed) + pseudoCount)
                / (bad + golden.Negatives + (passed - goodPassed) + (failed - goodFailed) + 2 * pseudoCount);
        }

        return (rate, sensitivity, specificity);
    }

    /// <summary>Root of the first diagonal element of the inverse information; null when it is singular.</summary>
    private static double? ErrorOfRate(
        double rate,
        double sensitivity,
        double specificity,
        ReviewCounts reviews,
        GoldenCounts golden)
    {
        double pass = rate * sensitivity + (1 - rate) * (1 - specificity);
        double weight = reviews.Unreviewed / (pass * (1 - pass));
        double byRate = sensitivity + specificity - 1;
        double bySensitivity = rate;
        double bySpecificity = rate - 1;
        double m = reviews.Reviewed;
        double a = m / (rate * (1 - rate)) + weight * byRate * byRate;
        double b = (m * rate + golden.Positives) / (sensitivity * (1 - sensitivity))
            + weight * bySensitivity * bySensitivity;
        double c = (m * (1 - rate) + golden.Negatives) / (specificity * (1 - specificity))
            + weight * bySpecificity * bySpecificity;
        double ab = weight * byRate * bySensitivity;
        double ac = weight * byRate * bySpecificity;
        double bc = weight * bySensitivity * bySpecificity;
        double minor = b * c - bc * bc;
        double determinant = a * minor - ab * (ab * c - bc * ac) + ac * (ab * bc - b * ac);
        double variance = minor / determinant;
        return determinant > 0 && double.IsFinite(variance) && variance > 0 ? Math.Sqrt(variance) : null;
    }
}
