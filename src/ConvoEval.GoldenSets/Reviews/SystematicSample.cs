using System;
using System.Collections.Generic;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Systematic sampling with unequal probabilities (Madow 1949): steps of 1 along the running sum of the probabilities from one random
/// start. Each unit is taken with exactly its probability, the size of the sample is fixed, and neighbours in the list are spread out.
/// </summary>
internal static class SystematicSample
{
    /// <summary>Indices of the units taken, ascending. O(n).</summary>
    /// <param name="probabilities">Above 0 to 1; they add up to a whole number but for rounding.</param>
    /// <param name="count">That number.</param>
    /// <param name="start">Random number from 0 to below 1.</param>
    public static List<int> Take(ReadOnlySpan<double> probabilities, int count, double start)
    {
        var taken = new List<int>(count);
        double certain = 0;
        double rest = 0;
        foreach (var probability in probabilities)
        {
            if (IsCertain(probability))
                certain++;
            else
                rest += probability;
        }

        double steps = count - certain;
        double sum = 0;
        double next = start;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (IsCertain(probabilities[i]))
            {
                taken.Add(i);
                continue;
            }

            // Scaled so that rounding cannot lose the last step.
            sum += probabilities[i];
            if (next < steps && sum * (steps / rest) > next)
            {
                taken.Add(i);
                next++;
            }
        }

        // The running sum may end a rounding error below the last step: the last unit not yet taken is the one it points at.
        for (var i = probabilities.Length - 1; taken.Count < count && i >= 0; i--)
            if (!taken.Contains(i))
                taken.Add(i);
        taken.Sort();
        return taken;
    }

    private static bool IsCertain(double probability) => probability >= 1 - 1e-12;
}
