using System;

namespace ConvoEval.Statistics.Multiplicity;

/// <summary>
/// p-values adjusted for having looked at several KPIs; compare them with the level as they are. Results are in input
/// order, ties are kept, empty input gives an empty result, values outside 0…1 throw. O(m log m).
/// </summary>
public static class AdjustedPValues
{
    /// <summary>m·p, at most 1 (Bonferroni): holds under any dependence.</summary>
    public static double[] Bonferroni(ReadOnlySpan<double> pValues)
    {
        double[] result = Checked(pValues);
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Min(1, result.Length * result[i]);
        return result;
    }

    /// <summary>
    /// Holm (1979), step-down: no false claim at the level, under any dependence. For claims in a report.
    /// </summary>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        double[] result = Checked(pValues);
        int[] order = Ascending(pValues);
        double highest = 0;
        for (int k = 0; k < order.Length; k++)
        {
            highest = Math.Max(highest, (order.Length - k) * pValues[order[k]]);
            result[order[k]] = Math.Min(1, highest);
        }

        return result;
    }

    /// <summary>
    /// Benjamini and Hochberg (1995), step-up: false discovery rate for independent or positively dependent tests. For
    /// exploration.
    /// </summary>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues) => StepUp(pValues, 1);

    /// <summary>Benjamini and Yekutieli (2001): the same under any dependence, at the price of a factor Σ1/i.</summary>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> pValues)
    {
        double factor = 0;
        for (int i = 1; i <= pValues.Length; i++)
            factor += 1.0 / i;
        return StepUp(pValues, factor);
    }

    private static double[] StepUp(ReadOnlySpan<double> pValues, double factor)
    {
        double[] result = Checked(pValues);
        int[] order = Ascending(pValues);
        double lowest = 1;
        for (int k = order.Length - 1; k >= 0; k--)
        {
            lowest = Math.Min(lowest, factor * order.Length * pValues[order[k]] / (k + 1));
            result[order[k]] = lowest;
        }

        return result;
    }

    private static int[] Ascending(ReadOnlySpan<double> pValues)
    {
        double[] keys = pValues.ToArray();
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys, order);
        return order;
    }

    private static double[] Checked(ReadOnlySpan<double> pValues)
    {
        foreach (double p in pValues)
            Require.Probability(p, nameof(pValues));
        return pValues.ToArray();
    }
}
