using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Paired;

/// <summary>
/// Intervals for first minus second of two paired rates. All are null without pairs and have a width above 0 even when
/// no pair is discordant.
/// </summary>
public static class PairedDifference
{
    /// <summary>
    /// Square-and-add of two Wilson intervals with the correlation of the pairs taken out (Newcombe 1998,
    /// Stat Med 17:2635, method 10). O(1). The default of the house.
    /// </summary>
    public static Interval? Newcombe(PairedTable table, double level)
    {
        double n = table.Pairs;
        double firstRate = (table.Both + table.OnlyFirst) / n;
        double secondRate = (table.Both + table.OnlySecond) / n;
        if (Proportion.Wilson(table.Both + table.OnlyFirst, n, level) is not { } first
            || Proportion.Wilson(table.Both + table.OnlySecond, n, level) is not { } second)
            return null;
        double phi = CorrectedPhi(table);
        double difference = (table.OnlyFirst - table.OnlySecond) / n;
        return new Interval(
            difference - Combine(firstRate - first.Low, second.High - secondRate, phi),
            difference + Combine(first.High - firstRate, secondRate - second.Low, phi));
    }

    /// <summary>
    /// The φ of method 10: ad − bc is lessened by n/2 where positive (not below 0) and left alone where negative, over
    /// the root of the product of the margins; 0 when a margin is 0.
    /// </summary>
    public static double CorrectedPhi(PairedTable table)
    {
        double margins = Math.Sqrt((double)table.Both + table.OnlyFirst)
            * Math.Sqrt((double)table.OnlySecond + table.Neither)
            * Math.Sqrt((double)table.Both + table.OnlySecond)
            * Math.Sqrt((double)table.OnlyFirst + table.Neither);
        if (margins == 0)
            return 0;
        double product = (double)table.Both * table.Neither - (double)table.OnlyFirst * table.OnlySecond;
        if (product >= 0)
            product = Math.Max(0, product - table.Pairs / 2.0);
        return product / margins;
    }

    /// <summary>
    /// Tango's (1998) score interval by bisection of the score, which falls in the difference; about 60 evaluations
    /// per end.
    /// </summary>
    public static Interval? Tango(PairedTable table, double level)
    {
        double z = StandardNormal.TwoSided(level);
        if (table.Pairs == 0)
            return null;
        double estimate = (table.OnlyFirst - table.OnlySecond) / (double)table.Pairs;
        double low = estimate <= -1 ? -1 : Crossing(table, z, -1, estimate);
        double high = estimate >= 1 ? 1 : Crossing(table, -z, estimate, 1);
        return new Interval(low, high);
    }

    /// <summary>
    /// Adjusted Wald interval with one discordant pair of each kind added (Bonett and Price 2012), clipped to −1…1.
    /// O(1).
    /// </summary>
    public static Interval? BonettPrice(PairedTable table, double level)
    {
        double z = StandardNormal.TwoSided(level);
        if (table.Pairs == 0)
            return null;
        double n = table.Pairs + 2.0;
        double onlyFirst = (table.OnlyFirst + 1) / n;
        double onlySecond = (table.OnlySecond + 1) / n;
        double difference = onlyFirst - onlySecond;
        double half = z * Math.Sqrt((onlyFirst + onlySecond - difference * difference) / n);
        return new Interval(Math.Max(-1, difference - half), Math.Min(1, difference + half));
    }

    private static double Combine(double a, double b, double phi) =>
        Math.Sqrt(Math.Max(0, a * a - 2 * phi * a * b + b * b));

    /// <summary>Where the score falls through <paramref name="target"/> between the two differences.</summary>
    private static double Crossing(PairedTable table, double target, double low, double high)
    {
        for (int step = 0; step < 200; step++)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                break;
            if (Score(table, middle) > target)
                low = middle;
            else
                high = middle;
        }

        return low + (high - low) / 2;
    }

    private static double Score(PairedTable table, double difference)
    {
        double n = table.Pairs;
        double b = table.OnlyFirst;
        double c = table.OnlySecond;
        double linear = -b - c + (2 * n - b + c) * difference;
        double constant = -c * difference * (1 - difference);
        double root = Math.Sqrt(Math.Max(0, linear * linear - 8 * n * constant));
        double restricted = (root - linear) / (4 * n);
        double variance = n * (2 * restricted + difference * (1 - difference));
        double gap = b - c - n * difference;
        if (variance <= 0)
            return gap == 0 ? 0 : gap > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        return gap / Math.Sqrt(variance);
    }
}
