using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>A count of rare independent events.</summary>
public static class PoissonCount
{
    /// <summary>
    /// Exact interval for the expected count (Garwood 1936): χ² quantiles with 2k and 2k+2 degrees of freedom, halved.
    /// k = 0 starts at exactly 0.
    /// </summary>
    public static Interval Garwood(long count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Require.Level(level);
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : ChiSquared.GammaQuantile(count, tail, isUpper: false);
        return new Interval(low, ChiSquared.GammaQuantile(count + 1, tail, isUpper: true));
    }

    /// <summary>P(X ≥ count) when <paramref name="mean"/> events are expected.</summary>
    public static double AtLeast(long count, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Require.NotNegative(mean);
        return count == 0 ? 1 : IncompleteGamma.Tails(count, mean).Lower;
    }
}
