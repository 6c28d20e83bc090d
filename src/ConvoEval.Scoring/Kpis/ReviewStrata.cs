using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Scoring.Facts;
using ConvoEval.Statistics.PredictionPowered;

namespace ConvoEval.Scoring.Kpis;

/// <summary>Responses of a version by what the judge said, and what their reviews say.</summary>
internal static class ReviewStrata
{
    /// <summary>
    /// Passed, failed, ungraded (abstained, or owing a grade) and uncovered (no golden answer, or nothing to hold against
    /// one). A stratum holds at least its reviews, should facts and verdicts disagree. Draw probabilities count only
    /// where they differ.
    /// </summary>
    public static IReadOnlyList<PostStratum> Of(ReviewTable reviews, Sample sample, long responses)
    {
        var passed = (long)sample.Part;
        var failed = (long)sample.Whole - passed;
        var ungraded = (long)sample.Unscored;
        var isEven = reviews.IsEvenlyDrawn;
        return
        [
            Of("passed", passed, isGraded: true, static outcome => outcome == JudgeOutcome.Passed),
            Of("failed", failed, isGraded: true, static outcome => outcome == JudgeOutcome.Failed),
            Of("ungraded", ungraded, isGraded: false, static outcome => outcome is JudgeOutcome.Abstained or JudgeOutcome.Unscored),
            Of(
                "uncovered",
                responses - passed - failed - ungraded,
                isGraded: false,
                static outcome => outcome is JudgeOutcome.Uncovered or JudgeOutcome.NotAsked),
        ];

        PostStratum Of(string name, long population, bool isGraded, Func<JudgeOutcome, bool> isIn) =>
            Stratum(name, population, isGraded, reviews.Reviews.Where(review => isIn(review.Outcome)), isEven);
    }

    private static PostStratum Stratum(
        string name, long population, bool isGraded, IEnumerable<ReviewedResponse> reviews, bool isEven)
    {
        var good = default(ReviewTally);
        var bad = default(ReviewTally);
        var other = default(ReviewTally);
        foreach (var review in reviews)
        {
            ref var tally = ref review.Grade == AnnotatedGrade.Good ? ref good
                : ref review.Grade == AnnotatedGrade.Bad ? ref bad
                : ref other;
            tally = tally.With(isEven ? 1 : review.DrawProbability);
        }

        var reviewed = good.Count + bad.Count + other.Count;
        return new PostStratum(name, Math.Max(population, reviewed), isGraded, good, bad, other);
    }
}
