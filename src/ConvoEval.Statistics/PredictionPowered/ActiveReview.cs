using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>
/// Review where the judge is unsure, with known probabilities, and an estimator that undoes the preference (active
/// inference, Zrnic and Candès 2024, arXiv:2403.03208). Labels drawn without a recorded probability may train, never
/// measure.
/// </summary>
public static class ActiveReview
{
    /// <summary>
    /// Probability of reviewing each item: max(floor, min(1, (1−τ)·B·u/Σu + τ·B/N)) with u = √(f(1−f)). The uniform
    /// share τ is what catches a judge that is sure and wrong, so it must be above 0 or the floor must. When the judge
    /// is sure of everything, the whole budget is spread evenly. Floors and caps are not normalised away, so the
    /// expected number of reviews is near the budget, not equal to it. Empty input gives an empty result. O(n).
    /// </summary>
    /// <param name="scores">Judge's probability of "good" per item, 0…1.</param>
    /// <param name="budget">Expected number of reviews.</param>
    /// <param name="uniformShare">τ, 0…1.</param>
    /// <param name="floor">Smallest probability, 0…1.</param>
    public static double[] Probabilities(ReadOnlySpan<double> scores, double budget, double uniformShare, double floor)
    {
        Require.NotNegative(budget);
        Require.Probability(uniformShare);
        Require.Probability(floor);
        if (uniformShare == 0 && floor == 0)
            throw new ArgumentException("Without a uniform share or a floor some items could never be reviewed.");
        double[] result = new double[scores.Length];
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            Require.Probability(scores[i], nameof(scores));
            result[i] = Math.Sqrt(scores[i] * (1 - scores[i]));
            sum += result[i];
        }

        double even = budget / Math.Max(1, scores.Length);
        for (int i = 0; i < result.Length; i++)
        {
            double preferred = sum > 0 ? budget * result[i] / sum : even;
            result[i] = Math.Max(floor, Math.Min(1, (1 - uniformShare) * preferred + uniformShare * even));
        }

        return result;
    }

    /// <summary>
    /// The mean over all items of f + ξ(y − f)/π (inverse-probability weighting of the judge's errors) with standard
    /// error sd/√N and a normal interval. See <see cref="EstimateWithLambda"/> for the edges.
    /// </summary>
    public static ActiveEstimate? Estimate(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double?> labels,
        double level) =>
        EstimateWithLambda(scores, probabilities, labels, 1, level);

    /// <summary>
    /// The same with λ chosen in 0…1 to make the standard error smallest: λ = −Cov(a, b)/Var(b) for the terms a + λb
    /// with a = ξy/π and b = f − ξf/π (the tuning of PPI++ carried to unequal probabilities). A useless judge gets λ
    /// near 0.
    /// </summary>
    public static ActiveEstimate? EstimateTuned(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double?> labels,
        double level)
    {
        Check(scores, probabilities, labels);
        if (scores.Length < 2)
            return null;
        double[] fixedPart = Terms(scores, probabilities, labels, 0);
        double[] perLambda = Terms(scores, probabilities, labels, 1);
        for (int i = 0; i < perLambda.Length; i++)
            perLambda[i] -= fixedPart[i];
        double variance = SampleMoments.Variance(perLambda);
        double lambda = variance > 0
            ? Math.Clamp(-SampleMoments.Covariance(fixedPart, perLambda) / variance, 0, 1)
            : 0;
        return EstimateWithLambda(scores, probabilities, labels, lambda, level);
    }

    /// <summary>
    /// Labels are null where an item was not reviewed; probabilities are read at reviewed items only and must be above
    /// 0 there. Null for fewer than two items; the interval is null when all terms are equal. Throws for scores and
    /// labels that are not finite. O(n).
    /// </summary>
    public static ActiveEstimate? EstimateWithLambda(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double?> labels,
        double lambda,
        double level)
    {
        Check(scores, probabilities, labels);
        Require.Finite(lambda);
        double z = StandardNormal.TwoSided(level);
        if (scores.Length < 2)
            return null;
        double[] terms = Terms(scores, probabilities, labels, lambda);
        double mean = SampleMoments.Mean(terms);
        double error = Math.Sqrt(SampleMoments.Variance(terms) / terms.Length);
        return new ActiveEstimate(mean, error, Interval.Around(mean, z * error), lambda);
    }

    private static double[] Terms(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double?> labels,
        double lambda)
    {
        double[] terms = new double[scores.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            double score = lambda * scores[i];
            terms[i] = labels[i] is { } label ? score + (label - score) / probabilities[i] : score;
        }

        return terms;
    }

    private static void Check(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double?> labels)
    {
        Require.SameLength(scores.Length, probabilities.Length, "probability");
        Require.SameLength(scores.Length, labels.Length, "label");
        Require.Finite(scores);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not { } label)
                continue;
            Require.Finite(label, nameof(labels));
            if (probabilities[i] is not (> 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Item {i} was reviewed with probability {probabilities[i]}; expected above 0 and at most 1."),
                    nameof(probabilities));
        }
    }
}
