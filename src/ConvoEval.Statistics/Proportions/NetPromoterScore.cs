using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Proportions;

/// <summary>
/// Net promoter score as the mean of +1 (promoter), 0 (passive) and −1 (detractor), in −1…1. Reports show it times 100.
/// </summary>
public static class NetPromoterScore
{
    /// <summary>
    /// Score, standard error and the adjusted Wald interval that adds ¾ promoter, 1½ passives and ¾ detractor (Rocks
    /// 2016, AW(3, T)), clipped to −1…1. Null without answers. A sample of one kind keeps an interval of width above 0;
    /// its standard error is 0. O(1).
    /// </summary>
    public static NetPromoterEstimate? Estimate(long promoters, long passives, long detractors, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        double z = StandardNormal.TwoSided(level);
        double n = (double)promoters + passives + detractors;
        if (n == 0)
            return null;
        double score = (promoters - detractors) / n;
        double error = ErrorOfMean(promoters, detractors, n);
        double adjusted = (promoters - detractors) / (n + 3);
        double half = z * ErrorOfMean(promoters + 0.75, detractors + 0.75, n + 3);
        return new NetPromoterEstimate(
            score, error, new Interval(Math.Max(-1, adjusted - half), Math.Min(1, adjusted + half)));
    }

    private static double ErrorOfMean(double promoters, double detractors, double n)
    {
        double mean = (promoters - detractors) / n;
        return Math.Sqrt(Math.Max(0, (promoters + detractors) / n - mean * mean) / n);
    }
}
