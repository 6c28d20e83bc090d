using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Scoring.Facts;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.PredictionPowered;

namespace ConvoEval.Scoring.Kpis;

/// <summary>The share of good responses by random reviews, sharpened by the judge.</summary>
internal static class ReviewEstimate
{
    private const double HalfCount = 0.5;

    /// <summary>
    /// Good among good and bad responses, over all responses that the judge looked at: post-stratified by what the judge
    /// said. Where the judge graded every response and no review said not applicable, PPI++ with half a count in each
    /// reviewed cell, or, with unequal draw probabilities, the estimator that undoes them. The variance of the judged
    /// part is multiplied by the design effect, because responses of a conversation go together.
    /// </summary>
    public static CorrectedShare Of(
        ReviewTable reviews, Sample sample, long responses, double designEffect, double level)
    {
        var isGradedAndApplicable = reviews.Usable.Count == reviews.Reviews.Count
            && sample.Unscored == 0
            && responses <= sample.Whole;
        return !isGradedAndApplicable ? PostStratified(reviews, sample, responses, designEffect, level)
            : reviews.IsEvenlyDrawn ? Even(reviews, sample, designEffect, level)
            : Uneven(reviews, sample, designEffect, level);
    }

    private static CorrectedShare PostStratified(
        ReviewTable reviews, Sample sample, long responses, double designEffect, double level)
    {
        var strata = ReviewStrata.Of(reviews, sample, responses);
        // At least 50 reviews that said good or bad are there, so the estimate exists.
        var estimate = PostStratifiedReview.Estimate(strata, designEffect, level)!;
        return new CorrectedShare(
            estimate.Value,
            estimate.Interval,
            "review_poststratified",
            reviews.IsEvenlyDrawn
                ? ["reviews_are_a_random_sample"]
                : ["reviews_are_a_random_sample", "draw_probabilities_are_known"]);
    }

    private static CorrectedShare Even(ReviewTable reviews, Sample sample, double designEffect, double level)
    {
        var failed = (long)(sample.Whole - sample.Part);
        var counts = new ReviewCounts(
            reviews.GoodPassed,
            reviews.GoodFailed,
            reviews.BadPassed,
            reviews.BadFailed,
            Math.Max(0, (long)sample.Part - reviews.GoodPassed - reviews.BadPassed),
            Math.Max(0, failed - reviews.GoodFailed - reviews.BadFailed));
        // At least 50 reviews are there, so the estimate exists.
        var estimate = PredictionPoweredMean.FromCounts(counts, HalfCount, level)!;
        var error = Inflated(
            estimate.StandardError, estimate.Lambda, counts.UnreviewedPassed, counts.Unreviewed - 1, designEffect);
        return new CorrectedShare(
            estimate.Value,
            Around(estimate.Value, error, level),
            "ppi++_half_count",
            ["reviews_are_a_random_sample"]);
    }

    private static CorrectedShare Uneven(ReviewTable reviews, Sample sample, double designEffect, double level)
    {
        var scores = new List<double>();
        var probabilities = new List<double>();
        var labels = new List<double?>();
        foreach (var review in reviews.Usable)
        {
            scores.Add(review.Outcome == JudgeOutcome.Passed ? 1 : 0);
            probabilities.Add(review.DrawProbability);
            labels.Add(review.Grade == AnnotatedGrade.Good ? 1 : 0);
        }

        var reviewedPassed = reviews.GoodPassed + reviews.BadPassed;
        var unreviewedPassed = Math.Max(0, (int)sample.Part - reviewedPassed);
        var unreviewedFailed = Math.Max(0, (int)(sample.Whole - sample.Part) - (reviews.Usable.Count - reviewedPassed));
        var unreviewed = unreviewedPassed + unreviewedFailed;
        scores.AddRange(Enumerable.Repeat(1.0, unreviewedPassed));
        scores.AddRange(Enumerable.Repeat(0.0, unreviewedFailed));
        // Probabilities are read at reviewed items only.
        probabilities.AddRange(Enumerable.Repeat(1.0, unreviewed));
        labels.AddRange(Enumerable.Repeat<double?>(null, unreviewed));
        // At least 50 reviews are there, so the estimate exists.
        var estimate = ActiveReview.EstimateTuned(
            scores.ToArray(), probabilities.ToArray(), labels.ToArray(), level)!.Value;
        var value = Math.Clamp(estimate.Value, 0, 1);
        var error = Inflated(
            estimate.StandardError, estimate.Lambda, reviewedPassed + unreviewedPassed, scores.Count, designEffect);
        return new CorrectedShare(
            value,
            Around(value, error, level),
            "ppi++_weighted",
            ["reviews_are_a_random_sample", "draw_probabilities_are_known"]);
    }

    /// <summary>
    /// √(SE² + (deff − 1)·λ²·s(1 − s)/n): the part of the variance that the judged responses bring, inflated.
    /// </summary>
    private static double Inflated(double error, double lambda, double passed, double judged, double designEffect)
    {
        if (judged < 1)
            return error;
        var share = Math.Min(1, passed / judged);
        return Math.Sqrt(error * error + (designEffect - 1) * lambda * lambda * share * (1 - share) / judged);
    }

    private static Interval? Around(double value, double error, double level)
    {
        var half = StandardNormal.TwoSided(level) * error;
        return half > 0 ? new Interval(Math.Max(0, value - half), Math.Min(1, value + half)) : null;
    }
}
