using System;

namespace ConvoEval.Statistics.Resampling;

/// <summary>Sample quantiles.</summary>
public static class Quantile
{
    /// <summary>
    /// Hyndman and Fan's (1996) type 7: linear between order statistics at (n−1)·q. Values must be sorted ascending;
    /// throws for no values, since nothing has no quantile. O(1).
    /// </summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double q)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        Require.Probability(q);
        double position = (sorted.Length - 1) * q;
        int below = (int)Math.Floor(position);
        double low = sorted[below];
        double high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return low + (position - below) * (high - low);
    }
}
