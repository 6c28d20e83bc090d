using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace ConvoEval.Statistics.Agreement;

/// <summary>Krippendorff's (2011) α: any number of raters, gaps allowed.</summary>
public static class KrippendorffAlpha
{
    /// <summary>
    /// 1 − observed over expected disagreement from the coincidence matrix. One list of ratings per item; a null is a
    /// rating that was not given; items with fewer than two ratings are left out. Null when nothing is left or all
    /// ratings are the same (no variation is "not available", not full agreement). Throws for ratings that are not
    /// finite. O(ratings² per item + values²).
    /// </summary>
    public static double? Measure(IReadOnlyList<IReadOnlyList<double?>> items, MeasurementLevel measurement)
    {
        var rated = items
            .Select(item => item.OfType<double>().ToArray())
            .Where(ratings => ratings.Length >= 2)
            .ToList();
        foreach (var ratings in rated)
            Require.Finite(ratings, nameof(items));
        double[] values = rated.SelectMany(ratings => ratings).Distinct().Order().ToArray();
        if (values.Length < 2)
            return null;
        double[,] coincidences = Coincidences(rated, values);
        double[] totals = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
                totals[i] += coincidences[i, j];
        }

        double all = totals.Sum();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                double distance = Distance(values, totals, i, j, measurement);
                observed += coincidences[i, j] * distance;
                expected += totals[i] * totals[j] * distance / (all - 1);
            }
        }

        return expected > 0 ? 1 - observed / expected : null;
    }

    private static double[,] Coincidences(List<double[]> rated, double[] values)
    {
        double[,] result = new double[values.Length, values.Length];
        foreach (double[] ratings in rated)
        {
            for (int a = 0; a < ratings.Length; a++)
            {
                int row = Array.BinarySearch(values, ratings[a]);
                for (int b = 0; b < ratings.Length; b++)
                {
                    if (a != b)
                        result[row, Array.BinarySearch(values, ratings[b])] += 1.0 / (ratings.Length - 1);
                }
            }
        }

        return result;
    }

    private static double Distance(double[] values, double[] totals, int i, int j, MeasurementLevel measurement)
    {
        if (i == j)
            return 0;
        double root = measurement switch
        {
            MeasurementLevel.Nominal => 1,
            MeasurementLevel.Interval => values[i] - values[j],
            MeasurementLevel.Ratio => values[i] + values[j] == 0
                ? 1
                : (values[i] - values[j]) / (values[i] + values[j]),
            MeasurementLevel.Ordinal => Ranks(totals, Math.Min(i, j), Math.Max(i, j)),
            _ => throw new UnreachableException(),
        };
        return root * root;
    }

    private static double Ranks(double[] totals, int low, int high)
    {
        double sum = -(totals[low] + totals[high]) / 2;
        for (int k = low; k <= high; k++)
            sum += totals[k];
        return sum;
    }
}
