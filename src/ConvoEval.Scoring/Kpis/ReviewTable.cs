using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Kpis;

/// <summary>The usable random reviews of one version, each response once.</summary>
internal sealed class ReviewTable
{
    private ReviewTable(IReadOnlyList<ReviewedResponse> usable)
    {
        Usable = usable;
        GoodPassed = Count(isGood: true, isPassed: true);
        GoodFailed = Count(isGood: true, isPassed: false);
        BadPassed = Count(isGood: false, isPassed: true);
        BadFailed = Count(isGood: false, isPassed: false);
    }

    /// <summary>Reviews in order of conversation and turn.</summary>
    public IReadOnlyList<ReviewedResponse> Usable { get; }

    public int GoodPassed { get; }

    public int GoodFailed { get; }

    public int BadPassed { get; }

    public int BadFailed { get; }

    /// <summary>
    /// Whether all were drawn with the same probability, so that they stand for the judged responses as they are.
    /// </summary>
    public bool IsEvenlyDrawn =>
        Usable.Count == 0
        || Usable.Max(review => review.DrawProbability) <= Usable.Min(review => review.DrawProbability) * (1 + 1e-9);

    /// <summary>
    /// Keeps the reviews of a version on which the judge gave a grade. A response reviewed twice counts once; one on
    /// which the reviews disagree counts not at all. Throws for a probability that is none.
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
            if (review.BotVersion != version || review.IsJudgePassed is null)
                continue;
            var response = (review.Conversation, review.TurnIndex);
            if (!byResponse.TryGetValue(response, out var other))
                byResponse.Add(response, review);
            else if (other is not null && other.IsHumanGood != review.IsHumanGood)
                byResponse[response] = null;
        }

        return new ReviewTable(byResponse.Values.OfType<ReviewedResponse>().ToList());
    }

    private int Count(bool isGood, bool isPassed) =>
        Usable.Count(review => review.IsHumanGood == isGood && review.IsJudgePassed == isPassed);
}
