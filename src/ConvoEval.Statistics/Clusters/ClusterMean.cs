using System;
using System.Collections.Generic;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Clusters;

/// <summary>
/// A mean of values that come in clusters (turns in conversations, conversations of a user, differences of paired
/// scenarios). Treating them as independent makes intervals too narrow.
/// </summary>
public sealed record ClusterMean
{
    /// <summary>Mean of all values.</summary>
    public required double Mean { get; init; }

    /// <summary>Values.</summary>
    public required long Count { get; init; }

    /// <summary>Clusters.</summary>
    public required long Clusters { get; init; }

    /// <summary>Standard error that wrongly takes values as independent; null for one value.</summary>
    public double? NaiveStandardError { get; init; }

    /// <summary>CR0: √Σ_g(Σ_{i∈g}(x_i − x̄))²/n (Miller 2024, arXiv:2411.00640); null for one cluster.</summary>
    public double? Cr0StandardError { get; init; }

    /// <summary>CR1 = CR0·√(G/(G−1)); null for one cluster.</summary>
    public double? Cr1StandardError { get; init; }

    /// <summary>t interval on CR1 with G−1 degrees of freedom; null for one cluster or a standard error of 0.</summary>
    public Interval? Interval { get; init; }

    /// <summary>(CR1/naive)²; null when the naive standard error is null or 0.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>
    /// Count over design effect: independent values worth the same; null when the design effect is null or 0.
    /// </summary>
    public double? EffectiveCount => DesignEffect is > 0 ? Count / DesignEffect : null;

    /// <summary>
    /// Intraclass correlation by analysis of variance; can be below 0; null without variance or for one cluster.
    /// </summary>
    public double? IntraclassCorrelation { get; init; }

    /// <summary>Cluster size for the variance components, (n − Σn_g²/n)/(G−1); null for one cluster.</summary>
    public double? TypicalClusterSize { get; init; }

    /// <summary>
    /// Estimates from one value and one cluster key per value, in any order. Null without values. With fewer than about
    /// 30 clusters the t interval is somewhat short: aggregate or resample clusters. Throws for values that are not
    /// finite. O(n).
    /// </summary>
    public static ClusterMean? Estimate<TKey>(ReadOnlySpan<double> values, ReadOnlySpan<TKey> clusters, double level)
        where TKey : notnull
    {
        Require.SameLength(values.Length, clusters.Length, "cluster");
        Require.Finite(values);
        Require.Level(level);
        int n = values.Length;
        if (n == 0)
            return null;
        double mean = SampleMoments.Mean(values);
        int[] members = Number(clusters, out int count);
        double? naive = n > 1 ? Math.Sqrt(SampleMoments.Variance(values) / n) : null;
        if (count == 1)
            return new ClusterMean { Mean = mean, Count = n, Clusters = 1, NaiveStandardError = naive };
        double[] sizes = new double[count];
        double[] sums = new double[count];
        for (int i = 0; i < n; i++)
        {
            sizes[members[i]]++;
            sums[members[i]] += values[i] - mean;
        }

        double squares = 0;
        double sizeSquares = 0;
        double between = 0;
        for (int g = 0; g < count; g++)
        {
            squares += sums[g] * sums[g];
            sizeSquares += sizes[g] * sizes[g];
            between += sums[g] * sums[g] / sizes[g];
        }

        double within = 0;
        for (int i = 0; i < n; i++)
        {
            double gap = values[i] - mean - sums[members[i]] / sizes[members[i]];
            within += gap * gap;
        }

        // Constant input must not leave rounding behind that looks like spread.
        bool isConstant = naive is 0;
        double cr0 = isConstant ? 0 : Math.Sqrt(squares) / n;
        double cr1 = cr0 * Math.Sqrt(count / (count - 1.0));
        double typical = (n - sizeSquares / n) / (count - 1);
        double meanBetween = between / (count - 1);
        double meanWithin = n > count ? within / (n - count) : 0;
        double spread = meanBetween + (typical - 1) * meanWithin;
        return new ClusterMean
        {
            Mean = mean,
            Count = n,
            Clusters = count,
            NaiveStandardError = naive,
            Cr0StandardError = cr0,
            Cr1StandardError = cr1,
            Interval = Statistics.Interval.Around(mean, StudentT.TwoSided(level, count - 1) * cr1),
            DesignEffect = naive is > 0 ? cr1 / naive * (cr1 / naive) : null,
            IntraclassCorrelation = !isConstant && spread > 0 ? (meanBetween - meanWithin) / spread : null,
            TypicalClusterSize = typical,
        };
    }

    /// <summary>
    /// For shares: Wilson's interval with the effective count, which never leaves 0…1. Null when values leave 0…1 on
    /// average or <see cref="EffectiveCount"/> is null; a rate without spread belongs to <see cref="ClusteredShare"/>.
    /// </summary>
    public Interval? WilsonInterval(double level)
    {
        Require.Level(level);
        return Mean is >= 0 and <= 1 && EffectiveCount is { } effective
            ? Proportion.WilsonEffective(Mean, effective, level)
            : null;
    }

    /// <summary>Cluster numbers in order of first appearance.</summary>
    private static int[] Number<TKey>(ReadOnlySpan<TKey> clusters, out int count)
        where TKey : notnull
    {
        var numbers = new Dictionary<TKey, int>();
        int[] members = new int[clusters.Length];
        for (int i = 0; i < clusters.Length; i++)
        {
            if (!numbers.TryGetValue(clusters[i], out int number))
            {
                number = numbers.Count;
                numbers.Add(clusters[i], number);
            }

            members[i] = number;
        }

        count = numbers.Count;
        return members;
    }
}
