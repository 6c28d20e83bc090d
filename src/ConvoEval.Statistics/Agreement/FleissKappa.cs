using System;

namespace ConvoEval.Statistics.Agreement;

/// <summary>Fleiss' (1971) κ: the same number of ratings on every item, raters may differ.</summary>
public static class FleissKappa
{
    /// <summary>
    /// Counts per item and category, item by item. Null without items or when only one category was used. Throws when
    /// items have different numbers of ratings or fewer than two. O(items · categories).
    /// </summary>
    public static double? Measure(ReadOnlySpan<long> counts, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        if (counts.Length % categories != 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected {categories} counts per item, found {counts.Length} counts."), nameof(counts));
        int items = counts.Length / categories;
        if (items == 0)
            return null;
        double[] shares = new double[categories];
        double agreement = 0;
        long ratings = -1;
        for (int item = 0; item < items; item++)
        {
            long given = 0;
            double squares = 0;
            for (int k = 0; k < categories; k++)
            {
                long count = counts[item * categories + k];
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
                given += count;
                squares += (double)count * count;
                shares[k] += count;
            }

            ratings = item == 0 ? given : ratings;
            if (given != ratings || given < 2)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Item {item} has {given} ratings; expected {Math.Max(2, ratings)} on every item."),
                    nameof(counts));
            agreement += (squares - given) / (given * (given - 1.0)) / items;
        }

        double chance = 0;
        foreach (double share in shares)
            chance += share / ((double)items * ratings) * (share / ((double)items * ratings));
        return chance < 1 ? (agreement - chance) / (1 - chance) : null;
    }
}
