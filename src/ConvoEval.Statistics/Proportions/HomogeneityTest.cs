using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Proportions;

/// <summary>Pearson's χ² test that two groups have the same mix of categories (Pearson 1900).</summary>
public static class HomogeneityTest
{
    /// <summary>
    /// Counts per category of both groups, in the same order. Categories empty on both sides are left out. Null when a
    /// group is empty or fewer than two categories remain. The approximation wants expected counts of 5 or more: pool
    /// small categories first. O(categories).
    /// </summary>
    public static SignificanceTest? ChiSquaredTest(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        Require.SameLength(first.Length, second.Length, "partner");
        double firstTotal = 0;
        double secondTotal = 0;
        int used = 0;
        for (int i = 0; i < first.Length; i++)
        {
            Require.NotNegative(first[i], nameof(first));
            Require.NotNegative(second[i], nameof(second));
            firstTotal += first[i];
            secondTotal += second[i];
            used += first[i] + second[i] > 0 ? 1 : 0;
        }

        if (firstTotal == 0 || secondTotal == 0 || used < 2)
            return null;
        double statistic = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double both = (double)first[i] + second[i];
            if (both == 0)
                continue;
            // (O−E)² is the same in both rows of a column.
            double expectedFirst = both * firstTotal / (firstTotal + secondTotal);
            double gap = first[i] - expectedFirst;
            statistic += gap * gap * (1 / expectedFirst + 1 / (both - expectedFirst));
        }

        return new SignificanceTest(statistic, ChiSquared.Survival(statistic, used - 1));
    }
}
