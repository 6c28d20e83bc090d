using System;
using System.Collections.Generic;

namespace ConvoEval.Statistics.Multiplicity;

/// <summary>E-values: evidence of 0 or above whose mean under "nothing there" is at most 1.</summary>
public static class EValues
{
    /// <summary>
    /// e-BH (Wang and Ramdas 2022): indices, ascending, of the discoveries with false discovery rate at most
    /// <paramref name="alpha"/> under any dependence. Empty input finds nothing; negative values throw. O(m log m).
    /// </summary>
    public static IReadOnlyList<int> BenjaminiHochberg(ReadOnlySpan<double> values, double alpha)
    {
        Require.Level(alpha);
        foreach (double value in values)
            Require.NotNegative(value, nameof(values));
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double m = sorted.Length;
        int found = 0;
        for (int k = 1; k <= sorted.Length; k++)
        {
            if (sorted[^k] >= m / (k * alpha))
                found = k;
        }

        var indices = new List<int>();
        for (int i = 0; found > 0 && i < values.Length; i++)
        {
            if (values[i] >= m / (found * alpha))
                indices.Add(i);
        }

        return indices;
    }

    /// <summary>
    /// p to e by (1 − p + p ln p)/(p (ln p)²), the mixture of all power calibrators (Vovk and Wang 2021); ½ at p = 1. p
    /// must be above 0.
    /// </summary>
    public static double FromPByMixture(double p)
    {
        CheckPositive(p);
        double distance = 1 - p;
        // Near 1 the quotient is 0/0; its series is ½ − … in 1 − p.
        if (distance < 1e-3)
            return 0.5 + distance / 6 + distance * distance / 8;
        double log = Math.Log(p);
        return (1 - p + p * log) / (p * log * log);
    }

    /// <summary>p to e by ½·p^(−½) (Shafer et al. 2011).</summary>
    public static double FromPByHalfPower(double p)
    {
        CheckPositive(p);
        return 0.5 / Math.Sqrt(p);
    }

    /// <summary>p to e by p^(−½) − 1.</summary>
    public static double FromPByRootLessOne(double p)
    {
        CheckPositive(p);
        return 1 / Math.Sqrt(p) - 1;
    }

    private static void CheckPositive(double p)
    {
        Require.Probability(p);
        Require.Positive(p);
    }
}
