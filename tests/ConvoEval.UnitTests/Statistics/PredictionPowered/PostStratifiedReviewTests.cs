using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Statistics.PredictionPowered;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.PredictionPowered;

public sealed class PostStratifiedReviewTests
{
    [Fact]
    public void The_rate_is_good_over_applicable_with_every_stratum_at_its_share()
    {
        // By hand, half counts included: good .6·(40.5/61) + .4·(10.5/41) = .500800, applicable .6·(51/61) + .4·1 = .901639.
        PostStratifiedReview found = Estimate(
        [
            new("passed", 600, true, ReviewTally.Of(40), ReviewTally.Of(10), ReviewTally.Of(10)),
            new("failed", 400, true, ReviewTally.Of(10), ReviewTally.Of(30), ReviewTally.Of(0)),
        ]);
        Assert.Equal(0.5008 / 0.901639, found.Value, 1e-5);
        Assert.Equal(0.901639, found.ApplicableShare, 1e-6);
        Assert.Equal((90, 88), (found.Applicable, found.DegreesOfFreedom));
    }

    [Fact]
    public void A_single_stratum_without_the_rest_is_the_binomial_rate_with_a_logit_interval()
    {
        // 90 + ½ of 100 + 1: p = .896040; s²/n = p(1 − p)/(n − 1) with n = 101; t of 99 degrees of freedom = 1.984217.
        PostStratifiedReview found = Estimate([new("all", 1000, true, ReviewTally.Of(90), ReviewTally.Of(10), ReviewTally.Of(0))]);
        Assert.Equal(90.5 / 101, found.Value, 1e-12);
        Assert.Equal(Math.Sqrt(found.Value * (1 - found.Value) / 100), found.StandardError, 1e-12);
        double half = 1.984217 * found.StandardError / (found.Value * (1 - found.Value));
        double logit = Math.Log(found.Value / (1 - found.Value));
        Assert.Equal(1 / (1 + Math.Exp(half - logit)), found.Interval.Low, 1e-6);
        Assert.Equal(1 / (1 + Math.Exp(-half - logit)), found.Interval.High, 1e-6);
    }

    [Theory]
    [InlineData(155, 8, 15, 22, 1720, 280)]
    [InlineData(57, 3, 6, 20, 195, 73)]
    [InlineData(100, 20, 5, 30, 870, 400)]
    public void With_everything_graded_and_applicable_it_is_close_to_PPI_with_half_counts(
        int goodPassed, int goodFailed, int badPassed, int badFailed, int restPassed, int restFailed)
    {
        var counts = new ReviewCounts(goodPassed, goodFailed, badPassed, badFailed, restPassed, restFailed);
        PredictionPoweredEstimate? tuned = PredictionPoweredMean.FromCounts(counts, 0.5, 0.95);
        PostStratifiedReview found = Estimate(
        [
            new("passed", goodPassed + badPassed + restPassed, true, ReviewTally.Of(goodPassed), ReviewTally.Of(badPassed), default),
            new("failed", goodFailed + badFailed + restFailed, true, ReviewTally.Of(goodFailed), ReviewTally.Of(badFailed), default),
        ], designEffect: 1);
        Assert.NotNull(tuned?.Interval);
        Assert.Equal(tuned.Value, found.Value, 0.005);
        Assert.Equal(tuned.StandardError, found.StandardError, 0.05 * tuned.StandardError);
        Assert.Equal(tuned.Interval.Value.Width, found.Interval.Width, 0.06 * tuned.Interval.Value.Width);
    }

    [Fact]
    public void A_stratum_in_which_nothing_applies_changes_nothing_but_the_applicable_share()
    {
        List<PostStratum> graded =
        [
            new("passed", 300, true, ReviewTally.Of(40), ReviewTally.Of(5), default),
            new("failed", 100, true, ReviewTally.Of(5), ReviewTally.Of(15), default),
        ];
        PostStratifiedReview alone = Estimate(graded, designEffect: 0);
        PostStratifiedReview wider = Estimate([.. graded, new("uncovered", 400, false, default, default, ReviewTally.Of(60))], designEffect: 0);
        Assert.Equal(alone.Value, wider.Value, 1e-12);
        Assert.Equal(alone.StandardError, wider.StandardError, 1e-12);
        Assert.Equal(alone.ApplicableShare / 2, wider.ApplicableShare, 1e-12);
    }

    [Fact]
    public void Bad_responses_that_the_judge_abstained_on_count()
    {
        PostStratum passed = new("passed", 300, true, ReviewTally.Of(50), ReviewTally.Of(2), default);
        PostStratum abstained = new("abstained", 200, false, ReviewTally.Of(10), ReviewTally.Of(25), default);
        Assert.True(Estimate([passed, abstained]).Value < 0.8 * Estimate([passed]).Value);
    }

    [Fact]
    public void A_stratum_with_fewer_than_five_reviews_joins_a_neighbour_of_its_kind()
    {
        PostStratifiedReview found = Estimate(
        [
            new("passed", 500, true, ReviewTally.Of(60), ReviewTally.Of(5), default),
            new("failed", 20, true, ReviewTally.Of(1), ReviewTally.Of(1), default),
            new("abstained", 40, false, default, default, default),
            new("empty", 0, false, default, default, default),
            new("uncovered", 100, false, ReviewTally.Of(1), default, ReviewTally.Of(9)),
        ]);
        Assert.Equal(["passed+failed", "abstained+uncovered"], found.Strata.Select(names => string.Join('+', names)));
    }

    [Fact]
    public void Spotless_reviews_leave_a_doubt()
    {
        PostStratifiedReview found = Estimate([new("passed", 900, true, ReviewTally.Of(80), default, default)]);
        Assert.InRange(found.Value, 0.99, 0.9999);
        Assert.True(found.Interval.Width > 0.02);
        Assert.InRange(found.Interval.High, found.Value, 1);
    }

    [Fact]
    public void Equal_draw_probabilities_change_nothing_whatever_they_are()
    {
        PostStratum plain = new("passed", 900, true, ReviewTally.Of(30), ReviewTally.Of(8), ReviewTally.Of(4));
        PostStratum drawn = new("passed", 900, true, Tally(30, 0.2), Tally(8, 0.2), Tally(4, 0.2));
        Assert.Equal(Estimate([plain]).Value, Estimate([drawn]).Value, 1e-12);
        Assert.Equal(Estimate([plain]).StandardError, Estimate([drawn]).StandardError, 1e-12);
    }

    [Fact]
    public void Rarely_drawn_reviews_weigh_more()
    {
        // Weights 2 and 1 scaled to 60 reviews: 20·2·s = 30 good and 40·1·s = 30 bad with s = 3/4.
        PostStratifiedReview found = Estimate([new("passed", 900, true, Tally(20, 0.5), Tally(40, 1), default)]);
        Assert.Equal(0.5, found.Value, 1e-12);
    }

    [Fact]
    public void Shares_that_go_together_widen_the_interval()
    {
        List<PostStratum> strata =
        [
            new("passed", 300, true, ReviewTally.Of(50), ReviewTally.Of(2), default),
            new("abstained", 200, false, ReviewTally.Of(10), ReviewTally.Of(25), default),
        ];
        Assert.True(Estimate(strata, 0).Interval.Width < Estimate(strata, 1).Interval.Width);
        Assert.True(Estimate(strata, 1).Interval.Width < Estimate(strata, 3).Interval.Width);
    }

    [Fact]
    public void Without_two_applicable_reviews_there_is_no_estimate()
    {
        Assert.Null(PostStratifiedReview.Estimate([], 1, 0.95));
        Assert.Null(PostStratifiedReview.Estimate(
            [new("passed", 90, true, ReviewTally.Of(1), default, ReviewTally.Of(50))], 1, 0.95));
    }

    [Fact]
    public void More_reviews_than_items_are_refused()
    {
        ArgumentException found = Assert.Throws<ArgumentException>(
            () => Estimate([new("failed", 9, true, ReviewTally.Of(10), default, default)]));
        Assert.StartsWith("Stratum failed has 10 reviews of 9 items", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draw_probability_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => default(ReviewTally).With(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(ReviewTally).With(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewTally.Of(-1));
    }

    private static ReviewTally Tally(int count, double probability)
    {
        ReviewTally tally = default;
        for (int i = 0; i < count; i++)
            tally = tally.With(probability);
        return tally;
    }

    private static PostStratifiedReview Estimate(IReadOnlyList<PostStratum> strata, double designEffect = 1) =>
        PostStratifiedReview.Estimate(strata, designEffect, 0.95) ?? throw new InvalidOperationException("Expected an estimate, found none.");
}
