using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>
/// Prediction-powered inference (Angelopoulos et al. 2023) with the tuned weight of PPI++ (Angelopoulos, Duchi and
/// Zrnic 2023, arXiv:2311.01453): θ = λ·mean(F unreviewed) + mean(Y − λF), λ = Cov(Y,F)/((1 + n/N)·Var F). All
/// variances have divisor n−1. It holds only for a random review sample, never for a curated golden set.
/// </summary>
public static class PredictionPoweredMean
{
    /// <summary>
    /// PPI++ from values. Null for fewer than two labels. With fewer than two unreviewed scores, or a judge whose
    /// scores are constant, λ is 0 and the human labels stand alone. Throws for values that are not finite. O(n + N).
    /// </summary>
    public static PredictionPoweredEstimate? Estimate(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> scoresOfLabelled,
        ReadOnlySpan<double> scoresOfUnlabelled,
        double level) =>
        Estimate(labels, scoresOfLabelled, scoresOfUnlabelled, null, level);

    /// <summary>The same with a given weight: 1 is plain PPI, 0 the human labels alone.</summary>
    public static PredictionPoweredEstimate? EstimateWithLambda(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> scoresOfLabelled,
        ReadOnlySpan<double> scoresOfUnlabelled,
        double lambda,
        double level)
    {
        Require.Finite(lambda);
        return Estimate(labels, scoresOfLabelled, scoresOfUnlabelled, lambda, level);
    }

    /// <summary>
    /// PPI++ for binary verdicts. <paramref name="cellAddition"/> is added to each of the four reviewed cells first: ½
    /// brings coverage near the ceiling and with few labels back to the level (own simulation, not a published method),
    /// 0 is PPI++ as published. Value and interval are held to 0…1. Null for fewer than two reviews. O(1).
    /// </summary>
    public static PredictionPoweredEstimate? FromCounts(ReviewCounts counts, double cellAddition, double level) =>
        FromCounts(counts, cellAddition, null, level);

    /// <summary>The same with a given weight.</summary>
    public static PredictionPoweredEstimate? FromCountsWithLambda(
        ReviewCounts counts,
        double cellAddition,
        double lambda,
        double level)
    {
        Require.Finite(lambda);
        return FromCounts(counts, cellAddition, lambda, level);
    }

    private static PredictionPoweredEstimate? Estimate(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> scoresOfLabelled,
        ReadOnlySpan<double> scoresOfUnlabelled,
        double? lambda,
        double level)
    {
        Require.SameLength(labels.Length, scoresOfLabelled.Length, "score");
        Require.Finite(labels);
        Require.Finite(scoresOfLabelled);
        Require.Finite(scoresOfUnlabelled);
        Require.Level(level);
        int n = labels.Length;
        int unlabelled = scoresOfUnlabelled.Length;
        if (n < 2)
            return null;
        return Combine(
            new ReviewMoments
            {
                Labels = n,
                MeanLabel = SampleMoments.Mean(labels),
                VarianceLabel = SampleMoments.Variance(labels),
                MeanScore = SampleMoments.Mean(scoresOfLabelled),
                VarianceScore = SampleMoments.Variance(scoresOfLabelled),
                Covariance = SampleMoments.Covariance(labels, scoresOfLabelled),
                Unlabelled = unlabelled,
                MeanUnlabelled = unlabelled > 0 ? SampleMoments.Mean(scoresOfUnlabelled) : 0,
                VarianceUnlabelled = unlabelled > 1 ? SampleMoments.Variance(scoresOfUnlabelled) : 0,
            },
            lambda,
            level);
    }

    private static PredictionPoweredEstimate? FromCounts(
        ReviewCounts counts,
        double cellAddition,
        double? lambda,
        double level)
    {
        Require.NotNegative(cellAddition);
        Require.Level(level);
        double n = counts.Reviewed + 4 * cellAddition;
        if (counts.Reviewed < 2)
            return null;
        double good = (counts.GoodPassed + counts.GoodFailed + 2 * cellAddition) / n;
        double passed = (counts.GoodPassed + counts.BadPassed + 2 * cellAddition) / n;
        double both = (counts.GoodPassed + cellAddition) / n;
        double unreviewed = counts.Unreviewed;
        double share = unreviewed > 0 ? counts.UnreviewedPassed / unreviewed : 0;
        PredictionPoweredEstimate free = Combine(
            new ReviewMoments
            {
                Labels = n,
                MeanLabel = good,
                VarianceLabel = good * (1 - good) * n / (n - 1),
                MeanScore = passed,
                VarianceScore = passed * (1 - passed) * n / (n - 1),
                Covariance = (both - good * passed) * n / (n - 1),
                Unlabelled = unreviewed,
                MeanUnlabelled = share,
                VarianceUnlabelled = unreviewed > 1 ? share * (1 - share) * unreviewed / (unreviewed - 1) : 0,
            },
            lambda,
            level);
        Interval? clipped = free.Interval?.ClipTo(0, 1);
        return free with
        {
            Value = Math.Clamp(free.Value, 0, 1),
            Interval = clipped is { Width: > 0 } ? clipped : null,
        };
    }

    private static PredictionPoweredEstimate Combine(in ReviewMoments m, double? givenLambda, double level)
    {
        double z = StandardNormal.TwoSided(level);
        bool hasUnlabelled = m.Unlabelled > 1;
        double pooled = hasUnlabelled ? PooledScoreVariance(m) : 0;
        double tuned = pooled > 0 ? m.Covariance / ((1 + m.Labels / m.Unlabelled) * pooled) : 0;
        double lambda = hasUnlabelled ? givenLambda ?? Math.Clamp(tuned, 0, 1) : 0;
        double value = lambda * m.MeanUnlabelled + m.MeanLabel - lambda * m.MeanScore;
        double rectifier = Math.Max(
            0, m.VarianceLabel - 2 * lambda * m.Covariance + lambda * lambda * m.VarianceScore);
        double error = Math.Sqrt(
            rectifier / m.Labels + (hasUnlabelled ? lambda * lambda * m.VarianceUnlabelled / m.Unlabelled : 0));
        double humanError = Math.Sqrt(m.VarianceLabel / m.Labels);
        double product = m.VarianceLabel * m.VarianceScore;
        return new PredictionPoweredEstimate
        {
            Value = value,
            StandardError = error,
            Interval = Interval.Around(value, z * error),
            Lambda = lambda,
            LambdaUnclipped = tuned,
            Labels = m.Labels,
            HumanValue = m.MeanLabel,
            HumanStandardError = humanError,
            HumanInterval = Interval.Around(m.MeanLabel, z * humanError),
            Correlation = product > 0 ? Math.Clamp(m.Covariance / Math.Sqrt(product), -1, 1) : null,
            RectifierDeviation = Math.Sqrt(rectifier),
        };
    }

    /// <summary>Variance of the scores of labelled and unlabelled items taken together.</summary>
    private static double PooledScoreVariance(in ReviewMoments m)
    {
        double gap = m.MeanScore - m.MeanUnlabelled;
        double all = m.Labels + m.Unlabelled;
        return ((m.Labels - 1) * m.VarianceScore
            + (m.Unlabelled - 1) * m.VarianceUnlabelled
            + m.Labels * m.Unlabelled / all * gap * gap) / (all - 1);
    }
}
