using System;
using System.Collections.Generic;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>PPI++ per stratum, put together by known weights (StratPPI, Fisch et al. 2024, arXiv:2406.04291).</summary>
public sealed record StratifiedReview
{
    /// <summary>Weighted sum of the strata.</summary>
    public required double Value { get; init; }

    /// <summary>√Σ w²·SE².</summary>
    public required double StandardError { get; init; }

    /// <summary>Normal interval held to 0…1; null when the standard error is 0.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The same from human labels alone.</summary>
    public required double HumanValue { get; init; }

    /// <summary>Standard error of <see cref="HumanValue"/>.</summary>
    public required double HumanStandardError { get; init; }

    /// <summary>Estimates of the strata, in the order given.</summary>
    public required IReadOnlyList<PredictionPoweredEstimate> Strata { get; init; }

    /// <summary>
    /// Where the next labels should go (Neyman): shares ∝ weight times rectifier deviation, in the order given; equal
    /// to the weights when no stratum has any spread.
    /// </summary>
    public required IReadOnlyList<double> LabelShares { get; init; }

    /// <summary>
    /// Null without strata or when a stratum has fewer than two labels: pool it first. Throws when weights are negative
    /// or do not sum to 1 within 1e-9. O(strata).
    /// </summary>
    public static StratifiedReview? Estimate(IReadOnlyList<StratumReview> strata, double cellAddition, double level)
    {
        double z = StandardNormal.TwoSided(level);
        if (strata.Count == 0)
            return null;
        var estimates = new List<PredictionPoweredEstimate>(strata.Count);
        double weights = 0;
        double value = 0;
        double variance = 0;
        double human = 0;
        double humanVariance = 0;
        double deviation = 0;
        foreach (var stratum in strata)
        {
            double weight = stratum.Weight;
            Require.Probability(weight, nameof(strata));
            weights += weight;
            if (PredictionPoweredMean.FromCounts(stratum.Counts, cellAddition, level) is not { } estimate)
                return null;
            estimates.Add(estimate);
            value += weight * estimate.Value;
            variance += weight * weight * estimate.StandardError * estimate.StandardError;
            human += weight * estimate.HumanValue;
            humanVariance += weight * weight * estimate.HumanStandardError * estimate.HumanStandardError;
            deviation += weight * estimate.RectifierDeviation;
        }

        if (Math.Abs(weights - 1) > 1e-9)
            throw new ArgumentException(
                FormattableString.Invariant($"Weights of strata sum to {weights}, expected 1."), nameof(strata));
        double[] shares = new double[strata.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            double weight = strata[i].Weight;
            shares[i] = deviation > 0 ? weight * estimates[i].RectifierDeviation / deviation : weight;
        }

        double error = Math.Sqrt(variance);
        return new StratifiedReview
        {
            Value = value,
            StandardError = error,
            Interval = Statistics.Interval.Around(value, z * error)?.ClipTo(0, 1),
            HumanValue = human,
            HumanStandardError = Math.Sqrt(humanVariance),
            Strata = estimates,
            LabelShares = shares,
        };
    }
}
