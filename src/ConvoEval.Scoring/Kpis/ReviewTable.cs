using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Scoring.Kpis;

/// <summary>The random reviews of one version, each response once.</summary>
internal sealed class ReviewTable
{
    private ReviewTable(IReadOnlyList<ReviewedResponse> reviews)
    {
        Reviews = reviews;
        Usable = reviews.Where(review => review is { IsApplicable: true, IsGraded: true }).ToList();
        Applicable = reviews.Count(review => review.IsApplicable);
        GoodPassed = Count(AnnotatedGrade.Good, JudgeOutcome.Passed);
        GoodFailed = Count(AnnotatedGrade.Good, JudgeOutcome.Failed);
        BadPassed = Count(AnnotatedGrade.Bad, JudgeOutcome.Passed);
        BadFailed = Count(AnnotatedGrade.Bad, JudgeOutcome.Failed);
    }

    /// <summary>All reviews in order of conversation and turn, whatever person and judge said.</summary>
    public IReadOnlyList<ReviewedResponse> Reviews { get; }

    /// <summary>Those that say something of the judge: good or bad for the person, graded by the judge.</summary>
    public IReadOnlyList<ReviewedResponse> Usable { get; }

    /// <summary>Reviews that said good or bad.</summary>
    public int Applicable { get; }

    public int GoodPassed { get; }

    public int GoodFailed { get; }

    public int BadPassed { get; }

    public int BadFailed { get; }

    /// <summary>
    /// Whether all were drawn with the same probability, so that they stand for all responses as they are.
    /// </summary>
    public bool IsEvenlyDrawn =>
        Reviews.Count == 0
        || Reviews.Max(review => review.DrawProbability) <= Reviews.Min(review => review.DrawProbability) * (1 + 1e-9);

    /// <summary>
    /// Keeps the reviews of a version. A response reviewed twice counts once; one on which the reviews disagree counts
    /// not at all. Throws for a probability that is none.
    /// </summary>
    public static ReviewTable Of(IReadOnlyList<ReviewedResponse> reviews, string? version)
    {
        var byResponse = new SortedDictionary<(ConversationKey Conversation, int Turn), ReviewedResponse?>();
        foreach (var review in reviews)
        {
            if (review.DrawProbability is not (> 0 and <= 1))
                throw new ArgumentException(
                    FormattableString.Invariant($"Review of {review.Conversation}, turn {review.TurnIndex}: ")
                    + FormattableString.Invariant(
                        $"expected a draw probability above 0 and at most 1, found {review.DrawProbability}."));
            if (review.BotVersion != version)
                continue;
            var response = (review.Conversation, review.TurnIndex);
            if (!byResponse.TryGetValue(response, out var other))
                byResponse.Add(response, review);
            else if (other is not null && other.Grade != review.Grade)
                byResponse[response] = null;
        }

        return new ReviewTable(byResponse.Values.OfType<ReviewedResponse>().ToList());
    }

    private int Count(AnnotatedGrade grade, JudgeOutcome outcome) =>
        Reviews.Count(review => review.Grade == grade && review.Outcome == outcome);
}
