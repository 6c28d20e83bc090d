using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Reporting.Readings;

/// <summary>Rounds parts of a whole so that the rounded parts still add up to 100 %.</summary>
internal static class PartsOfHundred
{
    private const int Units = 1000;

    /// <summary>
    /// Percentages with one decimal that add up to exactly 100 (largest remainder; a tie goes to the earlier part). All 0 when the
    /// parts are. Parts must not be negative.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<long> parts)
    {
        var total = parts.Sum();
        if (total == 0)
            return new double[parts.Count];
        var exact = parts.Select(part => (decimal)part * Units / total).ToArray();
        var floor = exact.Select(share => (int)Math.Floor(share)).ToArray();
        var missing = Units - floor.Sum();
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(index => exact[index] - floor[index]).Take(missing))
            floor[index]++;
        return [.. floor.Select(units => units / 10.0)];
    }
}
