using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Clusters;

/// <summary>
/// A ratio of totals such as fallbacks per bot turn or cost per resolution, one numerator and one denominator per
/// conversation (or user): R = Σy/Σx, linearised (delta method; Deng, Knoblich and Lu 2018, arXiv:1803.06336).
/// </summary>
public sealed record RatioOfTotals
{
    /// <summary>Σy/Σx.</summary>
    public required double Value { get; init; }

    /// <summary>Units.</summary>
    public required long Units { get; init; }

    /// <summary>sd(y − R·x)/(√n·x̄); null for one unit, 0 when y is the same multiple of x everywhere.</summary>
    public double? StandardError { get; init; }

    /// <summary>Interval with the normal quantile; null when the standard error is null or 0.</summary>
    public Interval? NormalInterval { get; init; }

    /// <summary>Interval with Student's t, n−1 degrees of freedom; null as <see cref="NormalInterval"/>.</summary>
    public Interval? StudentInterval { get; init; }

    /// <summary>
    /// Standard error of the mean denominator over that mean; above 0.1 the linearised interval is shaky: use
    /// <see cref="Fieller"/>. Null for one unit.
    /// </summary>
    public double? DenominatorVariation { get; init; }

    /// <summary>Fieller's interval with Student's t; null for one unit.</summary>
    public FiellerInterval? Fieller { get; init; }

    /// <summary>
    /// Estimates from one pair per unit. Null without units or when the denominators sum to 0. Denominators must be 0
    /// or above; throws otherwise and for values that are not finite. O(n).
    /// </summary>
    public static RatioOfTotals? Estimate(
        ReadOnlySpan<double> numerators,
        ReadOnlySpan<double> denominators,
        double level)
    {
        Require.SameLength(numerators.Length, denominators.Length, "denominator");
        Require.Finite(numerators);
        double z = StandardNormal.TwoSided(level);
        int n = numerators.Length;
        foreach (double denominator in denominators)
            Require.NotNegative(denominator, nameof(denominators));
        double total = SampleMoments.Sum(denominators);
        if (total == 0)
            return null;
        double ratio = SampleMoments.Sum(numerators) / total;
        if (n == 1)
            return new RatioOfTotals { Value = ratio, Units = 1 };
        double squares = 0;
        double magnitude = 0;
        for (int i = 0; i < n; i++)
        {
            double expected = ratio * denominators[i];
            double gap = numerators[i] - expected;
            squares += gap * gap;
            magnitude += expected * expected;
        }

        // What is left of an exact proportion is rounding, not spread.
        double error = squares <= magnitude * 1e-30 ? 0 : Math.Sqrt(squares * n / (n - 1)) / total;
        double t = StudentT.TwoSided(level, n - 1);
        double meanDenominator = total / n;
        double denominatorVariance = SampleMoments.Variance(denominators) / n;
        return new RatioOfTotals
        {
            Value = ratio,
            Units = n,
            StandardError = error,
            NormalInterval = Interval.Around(ratio, z * error),
            StudentInterval = Interval.Around(ratio, t * error),
            DenominatorVariation = Math.Sqrt(denominatorVariance) / meanDenominator,
            Fieller = FiellerInterval.Estimate(
                SampleMoments.Mean(numerators),
                SampleMoments.Variance(numerators) / n,
                meanDenominator,
                denominatorVariance,
                SampleMoments.Covariance(numerators, denominators) / n,
                t),
        };
    }

    /// <summary>
    /// First minus second of two independent ratios, with the normal quantile. Null when either has no standard error
    /// or both are 0. O(1).
    /// </summary>
    public static Interval? Difference(RatioOfTotals first, RatioOfTotals second, double level)
    {
        double z = StandardNormal.TwoSided(level);
        if (first.StandardError is not { } firstError || second.StandardError is not { } secondError)
            return null;
        return Interval.Around(first.Value - second.Value, z * double.Hypot(firstError, secondError));
    }
}
