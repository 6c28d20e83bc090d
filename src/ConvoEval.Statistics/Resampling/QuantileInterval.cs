using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Resampling;

/// <summary>A quantile such as the 95th percentile of latency, with an interval between order statistics.</summary>
public sealed record QuantileInterval
{
    /// <summary>Type 7 estimate.</summary>
    public required double Value { get; init; }

    /// <summary>Rank (from 1) of the lower end; 0 = no lower bound.</summary>
    public required long LowerRank { get; init; }

    /// <summary>Rank of the upper end; n+1 = no upper bound.</summary>
    public required long UpperRank { get; init; }

    /// <summary>Lower end; null when the sample is too small for one.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null when the sample is too small for one: report "at least".</summary>
    public double? High { get; init; }

    /// <summary>Probability with which the interval holds the true quantile for a continuous distribution.</summary>
    public required double Coverage { get; init; }

    /// <summary>
    /// Distribution-free interval: the number of values below the true quantile is Bin(n, q) (Thompson 1936). Values
    /// sorted ascending, ties allowed (coverage then is at least that stated). Null without values. Throws when not
    /// sorted or not finite. O(n + √n log n).
    /// </summary>
    public static QuantileInterval? OfSorted(ReadOnlySpan<double> sorted, double q, double level)
    {
        Require.Level(q);
        Require.Level(level);
        Require.Finite(sorted);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] < sorted[i - 1])
                throw new ArgumentException(FormattableString.Invariant(
                    $"Values must be sorted ascending; value {i} is below the one before it."), nameof(sorted));
        }

        int n = sorted.Length;
        if (n == 0)
            return null;
        double tail = (1 - level) / 2;
        long lower = Binomial.Quantile(tail, n, q);
        long upper = Binomial.Quantile(1 - tail, n, q) + 1;
        return new QuantileInterval
        {
            Value = Quantile.OfSorted(sorted, q),
            LowerRank = lower,
            UpperRank = upper,
            Low = lower >= 1 ? sorted[(int)lower - 1] : null,
            High = upper <= n ? sorted[(int)upper - 1] : null,
            Coverage = Binomial.Cdf(upper - 1, n, q) - Binomial.Cdf(lower - 1, n, q),
        };
    }
}
