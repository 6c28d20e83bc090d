using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Resampling;

/// <summary>Bootstrap intervals of a statistic. Intervals of no width are null.</summary>
public sealed record BootstrapResult
{
    /// <summary>The statistic of the sample itself.</summary>
    public required double Value { get; init; }

    /// <summary>Replicates with a value.</summary>
    public required int Replicates { get; init; }

    /// <summary>Replicates in which the statistic was undefined.</summary>
    public required int Undefined { get; init; }

    /// <summary>Standard deviation of the replicates; null for fewer than two.</summary>
    public double? StandardError { get; init; }

    /// <summary>Between the tail quantiles (type 7) of the replicates.</summary>
    public Interval? Percentile { get; init; }

    /// <summary>Percentile interval mirrored at the value.</summary>
    public Interval? Basic { get; init; }

    /// <summary>
    /// Bias-corrected and accelerated interval (Efron 1987); null when all replicates lie on one side of the value, a
    /// jackknife value is undefined or the correction leaves the range of probabilities.
    /// </summary>
    public Interval? Bca { get; init; }

    /// <summary>Bias correction; null when infinite.</summary>
    public double? BiasCorrection { get; init; }

    /// <summary>Acceleration from the jackknife; null when that is undefined.</summary>
    public double? Acceleration { get; init; }

    /// <summary>Lower quantile used by <see cref="Bca"/>; null with it.</summary>
    public double? BcaLowerProbability { get; init; }

    /// <summary>Upper quantile used by <see cref="Bca"/>; null with it.</summary>
    public double? BcaUpperProbability { get; init; }

    /// <summary>
    /// Intervals from replicates (any order), the value and jackknife values. Ties of a replicate with the value count
    /// half. O(B log B).
    /// </summary>
    internal static BootstrapResult From(
        double value,
        ReadOnlySpan<double> replicates,
        double[]? jackknife,
        int undefined,
        double level)
    {
        var result = new BootstrapResult { Value = value, Replicates = replicates.Length, Undefined = undefined };
        if (replicates.Length < 2)
            return result;
        double[] sorted = replicates.ToArray();
        Array.Sort(sorted);
        double tail = (1 - level) / 2;
        double low = Quantile.OfSorted(sorted, tail);
        double high = Quantile.OfSorted(sorted, 1 - tail);
        double below = 0;
        foreach (double replicate in sorted)
            below += replicate < value ? 1 : replicate == value ? 0.5 : 0;
        below /= sorted.Length;
        result = result with
        {
            StandardError = Math.Sqrt(SampleMoments.Variance(sorted)),
            Percentile = NotCollapsed(low, high),
            Basic = NotCollapsed(2 * value - high, 2 * value - low),
            BiasCorrection = below is > 0 and < 1 ? StandardNormal.Quantile(below) : null,
            Acceleration = jackknife is null ? null : AccelerationOf(jackknife),
        };
        if (result.BiasCorrection is not { } bias || result.Acceleration is not { } acceleration)
            return result;
        double? lower = Shifted(bias, acceleration, StandardNormal.Quantile(tail));
        double? upper = Shifted(bias, acceleration, -StandardNormal.Quantile(tail));
        if (lower is not { } first || upper is not { } second || first >= second)
            return result;
        return result with
        {
            BcaLowerProbability = first,
            BcaUpperProbability = second,
            Bca = NotCollapsed(Quantile.OfSorted(sorted, first), Quantile.OfSorted(sorted, second)),
        };
    }

    private static Interval? NotCollapsed(double low, double high) => low < high ? new Interval(low, high) : null;

    private static double? Shifted(double bias, double acceleration, double z)
    {
        double denominator = 1 - acceleration * (bias + z);
        // Beyond its pole the map turns back and means nothing.
        return denominator > 0 ? StandardNormal.Cdf(bias + (bias + z) / denominator) : null;
    }

    private static double AccelerationOf(double[] jackknife)
    {
        double mean = SampleMoments.Mean(jackknife);
        double squares = 0;
        double cubes = 0;
        foreach (double value in jackknife)
        {
            double gap = mean - value;
            squares += gap * gap;
            cubes += gap * gap * gap;
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
