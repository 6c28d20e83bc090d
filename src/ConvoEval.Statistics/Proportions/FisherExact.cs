using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Proportions;

/// <summary>
/// Fisher's exact test of a 2×2 table (Fisher 1935), two-sided by adding tables no more likely than the seen one.
/// </summary>
public static class FisherExact
{
    /// <summary>Ties in probability are ties up to rounding of the weights.</summary>
    private const double TieTolerance = 1 + 1e-7;

    /// <summary>
    /// Two-sided p-value that two groups have one rate. 1 when a margin is 0 (nothing to tell apart). O(smallest
    /// margin).
    /// </summary>
    public static double TwoSidedP(long firstSuccesses, long firstTrials, long secondSuccesses, long secondTrials)
    {
        Require.Counts(firstSuccesses, firstTrials);
        Require.Counts(secondSuccesses, secondTrials);
        long total = firstTrials + secondTrials;
        long drawn = firstSuccesses + secondSuccesses;
        if (firstTrials == 0 || secondTrials == 0 || drawn == 0 || drawn == total)
            return 1;
        double seen = Weight(firstSuccesses, firstTrials, secondTrials, drawn);
        long low = Math.Max(0, drawn - secondTrials);
        long high = Math.Min(drawn, firstTrials);
        double sum = 0;
        for (long k = low; k <= high; k++)
        {
            double weight = Weight(k, firstTrials, secondTrials, drawn);
            if (weight <= seen * TieTolerance)
                sum += weight;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Hypergeometric probability as a ratio of binomial ones (Loader 2000).</summary>
    private static double Weight(long k, long first, long second, long drawn)
    {
        double total = first + second;
        double p = drawn / total;
        double q = (total - drawn) / total;
        return SaddlePoint.Binomial(k, first - k, p, q)
            * SaddlePoint.Binomial(drawn - k, second - drawn + k, p, q)
            / SaddlePoint.Binomial(drawn, total - drawn, p, q);
    }
}
