using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Multiplicity;

/// <summary>
/// One p-value for "at least one of these is not chance". Null without p-values; values outside 0…1 throw. O(m).
/// </summary>
public static class CombinedPValue
{
    /// <summary>
    /// Fisher (1932): −2Σ ln p is χ² with 2m degrees of freedom; needs independence. 0 when a p is 0.
    /// </summary>
    public static double? Fisher(ReadOnlySpan<double> pValues)
    {
        if (IsEmpty(pValues))
            return null;
        double statistic = 0;
        foreach (double p in pValues)
        {
            if (p == 0)
                return 0;
            statistic -= 2 * Math.Log(p);
        }

        return ChiSquared.Survival(statistic, 2 * pValues.Length);
    }

    /// <summary>
    /// Stouffer (1949): Σ z/√m; for one-sided p-values, needs independence. Null when one p is 0 and another is 1,
    /// which contradict each other.
    /// </summary>
    public static double? Stouffer(ReadOnlySpan<double> pValues)
    {
        if (IsEmpty(pValues))
            return null;
        bool hasZero = pValues.Contains(0);
        bool hasOne = pValues.Contains(1);
        if (hasZero || hasOne)
            return hasZero && hasOne ? null : hasZero ? 0 : 1;
        double sum = 0;
        foreach (double p in pValues)
            sum -= StandardNormal.Quantile(p);
        return StandardNormal.Survival(sum / Math.Sqrt(pValues.Length));
    }

    /// <summary>
    /// Cauchy combination (Liu and Xie 2020): small p-values stay valid under dependence. 0 when a p is 0.
    /// </summary>
    public static double? Cauchy(ReadOnlySpan<double> pValues)
    {
        if (IsEmpty(pValues))
            return null;
        if (pValues.Contains(0))
            return 0;
        double sum = 0;
        foreach (double p in pValues)
            sum += Math.Tan((0.5 - p) * Math.PI) / pValues.Length;
        return 0.5 - Math.Atan(sum) / Math.PI;
    }

    /// <summary>m times the smallest, at most 1: valid under any dependence.</summary>
    public static double? Bonferroni(ReadOnlySpan<double> pValues)
    {
        if (IsEmpty(pValues))
            return null;
        double smallest = 1;
        foreach (double p in pValues)
            smallest = Math.Min(smallest, p);
        return Math.Min(1, pValues.Length * smallest);
    }

    /// <summary>Twice the mean, at most 1 (Rüschendorf 1982): valid under any dependence.</summary>
    public static double? DoubledMean(ReadOnlySpan<double> pValues)
    {
        if (IsEmpty(pValues))
            return null;
        double sum = 0;
        foreach (double p in pValues)
            sum += p;
        return Math.Min(1, 2 * sum / pValues.Length);
    }

    private static bool IsEmpty(ReadOnlySpan<double> pValues)
    {
        foreach (double p in pValues)
            Require.Probability(p, nameof(pValues));
        return pValues.IsEmpty;
    }
}
