using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Paired;

/// <summary>
/// Scores of two versions on the same independent cases; for cases that share a cluster use ClusterMean on the
/// differences.
/// </summary>
public static class PairedMeans
{
    /// <summary>
    /// Mean of first minus second with Student's (1908) t interval. Null without pairs; one pair has a mean and nothing
    /// else. When all differences are equal the standard error is 0, and t, p-value and interval are null. Throws for
    /// values that are not finite. O(n).
    /// </summary>
    public static PairedMeansResult? Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level)
    {
        Require.SameLength(first.Length, second.Length, "partner");
        Require.Finite(first);
        Require.Finite(second);
        Require.Level(level);
        int n = first.Length;
        if (n == 0)
            return null;
        double[] differences = new double[n];
        for (int i = 0; i < n; i++)
            differences[i] = first[i] - second[i];
        double mean = SampleMoments.Mean(differences);
        if (n == 1)
            return new PairedMeansResult { Pairs = 1, MeanDifference = mean };
        double error = Math.Sqrt(SampleMoments.Variance(differences) / n);
        double unpaired = Math.Sqrt((SampleMoments.Variance(first) + SampleMoments.Variance(second)) / n);
        double? t = error > 0 ? mean / error : null;
        return new PairedMeansResult
        {
            Pairs = n,
            MeanDifference = mean,
            StandardError = error,
            T = t,
            PValue = t is { } statistic ? StudentT.TwoSidedP(statistic, n - 1) : null,
            Interval = Interval.Around(mean, StudentT.TwoSided(level, n - 1) * error),
            Correlation = SampleMoments.Correlation(first, second),
            UnpairedStandardError = unpaired,
        };
    }
}
