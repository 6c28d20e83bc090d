using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>The number of successes in n independent trials of probability p. n = 0 is the constant 0.</summary>
public static class Binomial
{
    /// <summary>P(X = k); 0 outside 0…n. Loader 2000, O(1).</summary>
    public static double Probability(long k, long n, double p)
    {
        Check(n, p);
        return k < 0 || k > n ? 0 : SaddlePoint.Binomial(k, n - k, p, 1 - p);
    }

    /// <summary>P(X ≤ k), through the incomplete beta function, O(√n).</summary>
    public static double Cdf(long k, long n, double p)
    {
        Check(n, p);
        if (k < 0)
            return 0;
        return k >= n ? 1 : IncompleteBeta.Tails(k + 1, n - k, p, 1 - p).Upper;
    }

    /// <summary>P(X ≥ k), with relative precision where it is small.</summary>
    public static double AtLeast(long k, long n, double p)
    {
        Check(n, p);
        if (k <= 0)
            return 1;
        return k > n ? 0 : IncompleteBeta.Tails(k, n - k + 1, p, 1 - p).Lower;
    }

    /// <summary>The smallest k with P(X ≤ k) of at least <paramref name="probability"/>; O(√n log n).</summary>
    public static long Quantile(double probability, long n, double p)
    {
        Require.Level(probability);
        Check(n, p);
        long low = 0;
        long high = n;
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            if (Cdf(middle, n, p) >= probability)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private static void Check(long n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        Require.Probability(p);
    }
}
