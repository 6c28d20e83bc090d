using System;

namespace ConvoEval.Statistics.Agreement;

/// <summary>Cohen's (1968) weighted κ for ordered grades: near misses count less than far ones.</summary>
public static class WeightedKappa
{
    /// <summary>Weights 1 − |i−j|/(q−1). See <see cref="Quadratic"/> for the edges.</summary>
    public static double? Linear(ReadOnlySpan<long> table, int categories) =>
        Measure(table, categories, squared: false);

    /// <summary>
    /// Weights 1 − (i−j)²/(q−1)². Table row by row. Null for an empty table or when chance disagreement is 0 (both
    /// raters used one and the same grade only). O(q²).
    /// </summary>
    public static double? Quadratic(ReadOnlySpan<long> table, int categories) =>
        Measure(table, categories, squared: true);

    private static double? Measure(ReadOnlySpan<long> table, int categories, bool squared)
    {
        double total = RatingTable.Total(table, categories);
        if (total == 0)
            return null;
        double[] rows = new double[categories];
        double[] columns = new double[categories];
        for (int i = 0; i < table.Length; i++)
        {
            rows[i / categories] += table[i] / total;
            columns[i % categories] += table[i] / total;
        }

        double seen = 0;
        double chance = 0;
        for (int i = 0; i < table.Length; i++)
        {
            int row = i / categories;
            int column = i % categories;
            double distance = Math.Abs(row - column) / (categories - 1.0);
            double disagreement = squared ? distance * distance : distance;
            seen += disagreement * table[i] / total;
            chance += disagreement * rows[row] * columns[column];
        }

        return chance > 0 ? 1 - seen / chance : null;
    }
}
