using System;
using System.Collections.Generic;
using ConvoEval.Statistics;
using ConvoEval.Statistics.PredictionPowered;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.PredictionPowered;

/// <summary>
/// Do 95 % of the intervals hold the true rate, and how wide are they? The table of docs/methods/review-based-rate.md is what these tests
/// print. With 4,000 replicates a coverage of .95 has a standard error of .0034; the bounds .93 and .985 are six to ten of them away.
/// </summary>
public sealed class PostStratifiedCoverageTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261122;
    private const int Replicates = 4000;

    /// <summary>The random reviews of version A of the sample, taken for the truth: small talk and form steps are no case for a grade.</summary>
    private static readonly ReviewWorld LikeA = new(
        60 / 160.0, 27 / 160.0, [.95, .05, 0, 0], [.22, .74, .04, 0], [.02, .14, .12, .72]);

    /// <summary>The same of version B: the judge abstains four times as often on bad responses as on good ones.</summary>
    private static readonly ReviewWorld LikeB = new(
        75 / 160.0, 34 / 160.0, [.72, .17, .11, 0], [.03, .53, .35, .09], [0, .20, .35, .45]);

    private static readonly Dictionary<string, ReviewWorld> Worlds = new(StringComparer.Ordinal)
    {
        ["like A"] = LikeA,
        ["like B"] = LikeB,
        ["abstains on bad ones"] = new(.70, .30, [.80, .08, .12, 0], [.15, .39, .46, 0], [0, 0, 0, 1]),
        ["a quarter not applicable"] = new(.60, .15, [.90, .10, 0, 0], [.25, .75, 0, 0], [.30, .20, 0, .50]),
        ["quality .95"] = new(.76, .04, [.90, .04, .06, 0], [.30, .40, .30, 0], [.10, .05, .15, .70]),
        ["judge knows nothing"] = new(.56, .24, [.60, .25, .15, 0], [.60, .25, .15, 0], [.30, .10, .10, .50]),
        ["few uncovered ones apply"] = new(.56, .19, [.84, .12, .01, .03], [.20, .62, .10, .08], [.02, .03, .15, .80]),
        ["all graded, all applicable"] = new(.80, .20, [.95, .05, 0, 0], [.40, .60, 0, 0], [0, 0, 0, 1]),
    };

    [Theory]
    [InlineData("like A", 548, 160)]
    [InlineData("like B", 503, 160)]
    [InlineData("abstains on bad ones", 1000, 150)]
    [InlineData("a quarter not applicable", 2000, 200)]
    [InlineData("quality .95", 600, 150)]
    [InlineData("quality .95", 600, 100)]
    [InlineData("judge knows nothing", 500, 100)]
    [InlineData("few uncovered ones apply", 600, 100)]
    [InlineData("all graded, all applicable", 2000, 200)]
    public void Intervals_hold_the_true_rate(string world, int responses, int reviews)
    {
        var truth = Worlds[world];
        var random = new SeededRandom(Seed);
        var stratified = default(Tally);
        var human = default(Tally);
        var graded = default(Tally);
        for (int r = 0; r < Replicates; r++)
        {
            var (all, reviewed) = truth.Draw(random, responses, reviews);
            if (PostStratifiedReview.Estimate(ReviewWorld.Strata(all, reviewed), 1, 0.95) is { } one)
                stratified.Add(one.Value, one.Interval, truth.Rate);
            if (PostStratifiedReview.Estimate([ReviewWorld.HumanOnly(all, reviewed)], 0, 0.95) is { } alone)
                human.Add(alone.Value, alone.Interval, truth.Rate);
            if (PredictionPoweredMean.FromCounts(ReviewWorld.GradedOnly(all, reviewed), 0.5, 0.95) is { } before)
                graded.Add(before.Value, before.Interval, truth.Rate);
        }

        output.WriteLine(FormattableString.Invariant(
            $"| {world} | {responses} / {reviews} | {truth.Rate:.000} | {stratified} | {human} | {graded} |"));
        Assert.InRange(stratified.Coverage, 0.93, 0.985);
        Assert.True(stratified.Width < 1.02 * human.Width, FormattableString.Invariant($"{stratified.Width} against {human.Width}"));
        Assert.InRange(stratified.Bias, -0.01, 0.01);
    }

    [Fact]
    public void Unequal_draws_hold_the_true_rate()
    {
        var random = new SeededRandom(Seed);
        var found = default(Tally);
        for (int r = 0; r < Replicates; r++)
        {
            if (PostStratifiedReview.Estimate(LikeB.DrawUnevenly(random, 600, 0.45, 0.2), 1, 0.95) is { } one)
                found.Add(one.Value, one.Interval, LikeB.Rate);
        }

        output.WriteLine(FormattableString.Invariant($"| like B, uneven draw | 600 / about 172 | {LikeB.Rate:.000} | {found} | – | – |"));
        Assert.InRange(found.Coverage, 0.93, 0.985);
        Assert.InRange(found.Bias, -0.01, 0.01);
    }

    [Theory]
    [InlineData("like A", -0.08, -0.02)]
    [InlineData("like B", 0.03, 0.08)]
    [InlineData("abstains on bad ones", 0.06, 0.12)]
    public void Leaving_ungraded_responses_out_is_biased(string world, double atLeast, double atMost)
    {
        var truth = Worlds[world];
        var random = new SeededRandom(Seed);
        var graded = default(Tally);
        for (int r = 0; r < Replicates; r++)
        {
            var (all, reviewed) = truth.Draw(random, 600, 150);
            if (PredictionPoweredMean.FromCounts(ReviewWorld.GradedOnly(all, reviewed), 0.5, 0.95) is { } before)
                graded.Add(before.Value, before.Interval, truth.Rate);
        }

        Assert.InRange(graded.Bias, atLeast, atMost);
        Assert.True(graded.Coverage < 0.9, FormattableString.Invariant($"coverage {graded.Coverage}"));
    }

    private record struct Tally(int Number, int Covered, double Widths, double Errors)
    {
        public readonly double Coverage => Covered / (double)Number;

        public readonly double Width => Widths / Number;

        public readonly double Bias => Errors / Number;

        public void Add(double value, Interval? interval, double truth)
        {
            Number++;
            Covered += interval?.Contains(truth) == true ? 1 : 0;
            Widths += interval?.Width ?? 0;
            Errors += value - truth;
        }

        public override readonly string ToString() => FormattableString.Invariant($"{Coverage:.000} | {Width:.000} | {Bias:+.000;−.000}");
    }
}
