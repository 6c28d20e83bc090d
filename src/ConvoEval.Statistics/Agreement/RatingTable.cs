using System;

namespace ConvoEval.Statistics.Agreement;

/// <summary>Checks of square rating tables given row by row.</summary>
internal static class RatingTable
{
    /// <summary>
    /// Number of items; throws when the table is no square of two or more categories or a count is negative.
    /// </summary>
    public static double Total(ReadOnlySpan<long> table, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        if (table.Length != (long)categories * categories)
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected {categories}×{categories} counts, found {table.Length}."), nameof(table));
        double total = 0;
        foreach (long count in table)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
            total += count;
        }

        return total;
    }
}
