using System;
using System.Linq;
using ConvoEval.Inference.Fitting.Calibration;
using ConvoEval.Inference.Fitting.Linear;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Calibration;

public sealed class ConformalQuantileTests
{
    [Theory]
    [InlineData(19, 0.95, 19)]
    [InlineData(20, 0.95, 20)]
    [InlineData(99, 0.95, 95)]
    [InlineData(100, 0.9, 91)]
    [InlineData(5, 0.95, 5)]
    public void The_rank_is_the_next_whole_number_of_level_times_one_more_than_all(
        int count, double level, double expected) =>
        Assert.Equal(
            expected, ConformalQuantile.Of([.. Enumerable.Range(1, count).Select(i => (double)i).Reverse()], level));

    [Fact]
    public void A_new_score_stays_below_the_cut_as_often_as_promised()
    {
        // Exact coverage is 91/101 = .90099 for 100 scores at .9; 40,000 trials have a standard error of .0015; bound
        // = 6 of them.
        var random = new SeededShuffle(11);
        var hits = 0;
        const int trials = 40_000;
        var scores = new double[100];
        for (var trial = 0; trial < trials; trial++)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = random.NextSingle();
            }

            hits += random.NextSingle() <= ConformalQuantile.Of(scores, 0.9) ? 1 : 0;
        }

        Assert.InRange(hits / (double)trials, 0.901 - 0.009, 0.901 + 0.009);
    }

    [Fact]
    public void Without_scores_there_is_no_cut() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalQuantile.Of([], 0.9));
}
