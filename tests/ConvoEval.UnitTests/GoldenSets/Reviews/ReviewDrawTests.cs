using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Reviews;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Reviews;

public sealed class ReviewDrawTests
{
    [Fact]
    public void A_uniform_draw_gives_every_response_of_a_version_the_same_probability()
    {
        var drawn = ReviewDraw.Draw([.. Candidates("A", 548), .. Candidates("B", 503)], Options(320));
        // 160/548 and 160/503 to nine digits.
        Assert.Equal([("A", 160, 0.291970803), ("B", 160, 0.318091451)], drawn
            .GroupBy(review => (review.Candidate.BotVersion, review.Probability))
            .OrderBy(group => group.Key.BotVersion, StringComparer.Ordinal)
            .Select(group => (group.Key.BotVersion, group.Count(), group.Key.Probability)));
    }

    [Theory]
    [InlineData(1.0, 0.02)]
    [InlineData(0.5, 0.02)]
    [InlineData(0.2, 0.15)]
    public void How_often_a_response_is_drawn_matches_its_probability(double uniformShare, double floor)
    {
        const int draws = 2_000;
        var candidates = Candidates("A", 40, stratified: true).Concat(Candidates("B", 17)).ToList();
        var often = new Dictionary<string, int>();
        var probability = new Dictionary<string, double>();
        for (var seed = 1UL; seed <= draws; seed++)
        {
            var drawn = ReviewDraw.Draw(candidates, Options(20) with { Seed = seed, UniformShare = uniformShare, Floor = floor });
            Assert.Equal(20, drawn.Count);
            foreach (var review in drawn)
            {
                often[review.Id] = often.GetValueOrDefault(review.Id) + 1;
                probability[review.Id] = review.Probability;
            }
        }

        Assert.Equal(57, often.Count);
        Assert.Equal(20, probability.Values.Sum(), 6);
        // Six standard deviations: a right draw fails in fewer than one of a million runs over all 57.
        Assert.All(probability, pair => Assert.InRange(
            often[pair.Key],
            draws * pair.Value - 6 * Math.Sqrt(draws * pair.Value * (1 - pair.Value)) - 1e-6,
            draws * pair.Value + 6 * Math.Sqrt(draws * pair.Value * (1 - pair.Value)) + 1e-6));
    }

    [Fact]
    public void Weighting_back_gives_the_rate_of_all_responses()
    {
        // Horvitz–Thompson over many draws: the mean of (failed/probability)/n is the share failed, here 8 of 40.
        var candidates = Candidates("A", 40).Select((candidate, i) => candidate with { JudgeScore = i % 5 == 0 ? 0.1 : 0.95 }).ToList();
        double sum = 0;
        const int draws = 1_000;
        for (var seed = 1UL; seed <= draws; seed++)
            sum += ReviewDraw.Draw(candidates, Options(10) with { Seed = seed, UniformShare = 0.5 })
                .Where(review => review.Candidate.JudgeScore < 0.5).Sum(review => 1 / review.Probability) / candidates.Count;
        // A draw has a standard deviation of .099 at most (8 units of .338, each worth .074); six standard errors are .019.
        Assert.InRange(sum / draws, 0.2 - 0.019, 0.2 + 0.019);
    }

    [Fact]
    public void Responses_that_the_judge_failed_or_doubts_are_likelier_and_none_is_below_the_uniform_share()
    {
        var candidates = Candidates("A", 200).Select((candidate, i) => candidate with { JudgeScore = i < 20 ? 0 : i < 40 ? 0.5 : 1 }).ToList();
        var drawn = ReviewDraw.Draw(candidates, Options(50) with { UniformShare = 0.5 });
        var byScore = drawn.GroupBy(review => review.Candidate.JudgeScore).ToDictionary(group => group.Key ?? -1, group => group.First().Probability);
        // Uniform share .5·50/200 = .125 for all; the other 25 fall on 40 responses: .125 + .625.
        Assert.Equal(0.125, byScore[1], 6);
        Assert.Equal(0.75, byScore[0], 6);
        Assert.Equal(0.75, byScore[0.5], 6);
    }

    [Fact]
    public void The_floor_gives_way_where_responses_are_too_many_for_it()
    {
        var candidates = Candidates("A", 10_000).Select((candidate, i) => candidate with { JudgeScore = i % 2 }).ToList();
        var drawn = ReviewDraw.Draw(candidates, Options(100) with { UniformShare = 0.5, Floor = 0.02 });
        Assert.Equal(100, drawn.Count);
        Assert.Equal(0.005, drawn.Min(review => review.Probability), 6);
    }

    [Fact]
    public void The_order_of_the_candidates_does_not_show()
    {
        var candidates = Candidates("A", 100, stratified: true).Concat(Candidates("B", 100)).ToList();
        Assert.Equal(
            ReviewDraw.Draw(candidates, Options(30)), ReviewDraw.Draw(candidates.AsEnumerable().Reverse(), Options(30)));
    }

    [Fact]
    public void Another_seed_draws_others_and_keeps_the_ids()
    {
        var candidates = Candidates("A", 100).ToList();
        var one = ReviewDraw.Draw(candidates, Options(30)).Select(review => review.Id).ToHashSet();
        var other = ReviewDraw.Draw(candidates, Options(30) with { Seed = 8 }).Select(review => review.Id).ToHashSet();
        Assert.NotEqual(one.Order(), other.Order());
        Assert.Subset(ReviewDraw.Draw(candidates, Options(100)).Select(review => review.Id).ToHashSet(), other);
    }

    [Fact]
    public void A_version_with_too_few_responses_gives_them_all_and_leaves_its_rest_to_the_others()
    {
        var drawn = ReviewDraw.Draw([.. Candidates("A", 5), .. Candidates("B", 100), .. Candidates("C", 100)], Options(50));
        var byVersion = drawn.GroupBy(review => review.Candidate.BotVersion).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal((5, 23, 22), (byVersion["A"].Count, byVersion["B"].Count, byVersion["C"].Count));
        Assert.All(byVersion["A"], review => Assert.Equal(1, review.Probability));
    }

    [Fact]
    public void A_draw_of_more_than_there_is_takes_all_with_certainty()
    {
        var drawn = ReviewDraw.Draw(Candidates("A", 7), Options(50) with { UniformShare = 0.5 });
        Assert.Equal(7, drawn.Count);
        Assert.All(drawn, review => Assert.Equal(1, review.Probability));
        Assert.Empty(ReviewDraw.Draw([], Options(50)));
    }

    [Fact]
    public void A_draw_spreads_over_the_strata_in_proportion()
    {
        // 4 strata of 25, 20 drawn: five of each, give or take one where the steps straddle two strata.
        var drawn = ReviewDraw.Draw(Candidates("A", 100, stratified: true), Options(20));
        Assert.All(drawn.GroupBy(review => review.Candidate.Stratum), group => Assert.InRange(group.Count(), 4, 6));
    }

    [Fact]
    public void The_order_of_the_sheet_does_not_tell_the_version()
    {
        var drawn = ReviewDraw.Draw([.. Candidates("A", 100), .. Candidates("B", 100)], Options(100));
        var changes = drawn.Zip(drawn.Skip(1)).Count(pair => pair.First.Candidate.BotVersion != pair.Second.Candidate.BotVersion);
        // 99 neighbours, about half differ: 49.5 ± 6 standard deviations of 5.
        Assert.InRange(changes, 20, 79);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var one = Candidates("A", 1).Single();
        Assert.Throws<ArgumentException>(() => ReviewDraw.Draw([one, one], Options(1)));
        Assert.Throws<ArgumentException>(() => ReviewDraw.Draw([one with { JudgeScore = double.NaN }], Options(1)));
        Assert.Throws<ArgumentException>(() => ReviewDraw.Draw([one with { JudgeScore = 1.01 }], Options(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewDraw.Draw([one], Options(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewDraw.Draw([one], Options(1) with { UniformShare = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewDraw.Draw([one], Options(1) with { Floor = double.NaN }));
    }

    internal static IEnumerable<ReviewCandidate> Candidates(string version, int count, bool stratified = false) =>
        Enumerable.Range(0, count).Select(i => new ReviewCandidate
        {
            Conversation = new ConversationKey("kiosk", FormattableString.Invariant($"{version}-{i}")),
            TurnIndex = i % 9,
            BotVersion = version,
            Stratum = stratified ? FormattableString.Invariant($"intent {i % 4}") : "",
            JudgeScore = i % 7 == 0 ? null : i % 11 / 10.0,
        });

    private static ReviewDrawOptions Options(int count) => new() { Count = count, Seed = 7 };
}
