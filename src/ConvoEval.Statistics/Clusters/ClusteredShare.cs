using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Clusters;

/// <summary>
/// A rate whose trials come in clusters, with an interval that stays in 0…1 and never collapses: Wilson's formula with
/// Student's t and the effective number of trials (the modified Wilson interval for surveys, Dean and Pagano 2015).
/// </summary>
public sealed record ClusteredShare
{
    /// <summary>Successes over trials.</summary>
    public required double Value { get; init; }

    /// <summary>Clusters with at least one trial.</summary>
    public required long Clusters { get; init; }

    /// <summary>Trials.</summary>
    public required double Trials { get; init; }

    /// <summary>Linearised (CR1) standard error; null for one cluster.</summary>
    public double? StandardError { get; init; }

    /// <summary>
    /// Trials worth the same if independent, from the number of clusters (taken when the clusters show no spread at
    /// all, as if each were one trial) to <see cref="Trials"/>; null for one cluster.
    /// </summary>
    public double? EffectiveTrials { get; init; }

    /// <summary>Modified Wilson interval with clusters − 1 degrees of freedom; null for one cluster.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The clusters show no spread (all successes, none, or the same share everywhere).</summary>
    public bool IsDegenerate { get; init; }

    /// <summary>
    /// Estimates from successes and trials per cluster; clusters without trials are left out. Null without trials.
    /// Throws when successes exceed trials in a cluster. O(clusters).
    /// </summary>
    public static ClusteredShare? Estimate(ReadOnlySpan<double> successes, ReadOnlySpan<double> trials, double level)
    {
        Require.SameLength(successes.Length, trials.Length, "number of trials");
        Require.Level(level);
        int clusters = 0;
        for (int i = 0; i < trials.Length; i++)
        {
            Require.Counts(successes[i], trials[i]);
            clusters += trials[i] > 0 ? 1 : 0;
        }

        double total = SampleMoments.Sum(trials);
        if (clusters == 0)
            return null;
        double share = SampleMoments.Sum(successes) / total;
        if (clusters == 1)
            return new ClusteredShare { Value = share, Clusters = 1, Trials = total };
        double squares = 0;
        for (int i = 0; i < trials.Length; i++)
        {
            double gap = successes[i] - share * trials[i];
            squares += gap * gap;
        }

        double error = Math.Sqrt(squares * clusters / (clusters - 1)) / total;
        double variance = share * (1 - share);
        // What is left of equal shares is rounding, not spread.
        bool isDegenerate = variance == 0 || error < 1e-14;
        double effective = isDegenerate ? clusters : Math.Min(total, variance / (error * error));
        return new ClusteredShare
        {
            Value = share,
            Clusters = clusters,
            Trials = total,
            StandardError = isDegenerate ? 0 : error,
            EffectiveTrials = effective,
            Interval = ModifiedWilson(share, effective, StudentT.TwoSided(level, clusters - 1)),
            IsDegenerate = isDegenerate,
        };
    }

    private static Interval ModifiedWilson(double share, double effective, double critical)
    {
        double square = critical * critical;
        double denominator = 1 + square / effective;
        double centre = (share + square / (2 * effective)) / denominator;
        double half = critical / denominator
            * Math.Sqrt(share * (1 - share) / effective + square / (4 * effective * effective));
        return new Interval(
            share == 0 ? 0 : Math.Max(0, centre - half),
            share == 1 ? 1 : Math.Min(1, centre + half));
    }
}
