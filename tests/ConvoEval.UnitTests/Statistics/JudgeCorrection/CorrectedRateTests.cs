using System;
using ConvoEval.Statistics;
using ConvoEval.Statistics.JudgeCorrection;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.JudgeCorrection;

public sealed class CorrectedRateTests
{
    [Fact]
    public void A_corrected_rate_lies_in_its_interval_and_the_interval_is_never_one_point()
    {
        foreach (long passed in new long[] { 0, 3, 30, 57, 60 })
        {
            foreach (long hits in new long[] { 20, 27, 30 })
            {
                foreach (long rejections in new long[] { 6, 12, 25 })
                {
                    CorrectedRate? found = CorrectedRate.Estimate(passed, 60, Judge(hits, 30, rejections, 25), 0.95);
                    Assert.NotNull(found);
                    if (found.Youden <= 0)
                    {
                        Assert.Null(found.Value);
                        Assert.Equal(CorrectionMethod.None, found.Method);
                        continue;
                    }

                    Assert.NotNull(found.Interval);
                    Assert.True(found.Interval.Value.Width > 0);
                    Assert.True(found.Interval.Value.Contains(found.Value ?? -1));
                    Assert.InRange(found.Interval.Value.Low, 0, 1);
                    Assert.InRange(found.Interval.Value.High, 0, 1);
                }
            }
        }
    }

    [Fact]
    public void A_judged_share_below_the_false_pass_rate_is_degenerate_and_carries_the_posterior()
    {
        // 5 % judged pass where a judge of specificity .9 passes 10 % of the bad; posterior from v06: .0002 to .020,
        // and nothing speaks against a true rate of 0.
        CorrectedRate? found = CorrectedRate.Estimate(50, 1000, Judge(180, 200, 180, 200), 0.95);
        Assert.NotNull(found);
        Assert.True(found.IsDegenerate);
        Assert.True(found.ContradictsCalibration);
        Assert.Equal(CorrectionMethod.Bayes, found.Method);
        Assert.Equal(0, found.Interval?.Low);
        Assert.Equal(0.020, found.Interval?.High ?? 0, 1e-3);
    }

    [Fact]
    public void A_sliver_left_by_clipping_is_degenerate_too()
    {
        // A search over all counts up to 200 found no interval narrower than this after the rule, 7e-6 without it.
        JudgeCalibration judge = Judge(28, 30, 25, 30);
        for (int judged = 20; judged <= 200; judged += 60)
        {
            for (int passed = 0; passed <= judged; passed++)
                Assert.True(CorrectedRate.Estimate(passed, judged, judge, 0.95)?.Interval?.Width > 0.01);
        }
    }

    [Fact]
    public void A_judge_no_better_than_chance_corrects_nothing()
    {
        CorrectedRate? found = CorrectedRate.Estimate(50, 100, Judge(50, 100, 50, 100), 0.95);
        Assert.NotNull(found);
        Assert.Null(found.Value);
        Assert.Null(found.Interval);
        Assert.Null(found.VarianceInflation);
        Assert.False(found.IsDegenerate);
    }

    [Fact]
    public void Without_judged_items_there_is_no_rate()
    {
        Assert.Null(CorrectedRate.Estimate(0, 0, Judge(9, 10, 9, 10), 0.95));
        Assert.Null(JudgeCalibration.FromCounts(0, 0, 5, 10));
        Assert.Null(JudgeCalibration.FromCounts(5, 10, 0, 0));
    }

    [Fact]
    public void A_faultless_judge_on_a_huge_golden_set_corrects_nothing_away()
    {
        var faultless = new JudgeCalibration(1, 1e9, 1, 1e9);
        CorrectedRate? found = CorrectedRate.Estimate(700, 1000, faultless, 0.95);
        Assert.NotNull(found);
        Assert.Equal(0.7, found.Value ?? 0, 1e-12);
        Assert.Equal(found.JudgedInterval.Low, found.Interval?.Low ?? 0, 1e-3);
        Assert.Equal(found.JudgedInterval.High, found.Interval?.High ?? 0, 1e-3);
    }

    [Fact]
    public void Lang_Reiczigel_covers_the_true_rate()
    {
        // θ=.8, se=.95, sp=.6, 100+100 golden items: .963 in the reference simulation of 20,000. With 4,000
        // replicates the standard error is .003; six of them leave a correct program under one failure in a million.
        var random = new SeededRandom(20260214);
        const int Replicates = 4000;
        int covered = 0;
        for (int r = 0; r < Replicates; r++)
        {
            int passed = Draw.Binomial(random, 2000, 0.8 * 0.95 + 0.2 * 0.4);
            JudgeCalibration judge = Judge(Draw.Binomial(random, 100, 0.95), 100, Draw.Binomial(random, 100, 0.6), 100);
            Interval? interval = LangReiczigel.Clipped(passed / 2000.0, 2000, judge, 0.95);
            covered += interval?.Contains(0.8) ?? false ? 1 : 0;
        }

        Assert.InRange(covered / (double)Replicates, 0.944, 0.982);
    }

    [Fact]
    public void Posterior_without_any_judged_item_is_the_prior()
    {
        RatePosterior prior = RatePosterior.Of(0, 0, Judge(9, 10, 8, 10));
        Assert.Equal(0.5, prior.Mean, 1e-12);
        Assert.Equal(0.25, prior.Quantile(0.25), 1e-12);
        Assert.Equal(0.3, prior.ProbabilityAbove(0.7), 1e-12);
        Assert.Equal(0.5, prior.ProbabilityExceeds(prior, 0), 1e-12);
    }

    [Fact]
    public void Posterior_probabilities_and_quantiles_are_each_others_inverse()
    {
        RatePosterior posterior = RatePosterior.Of(860, 1000, Judge(95, 100, 60, 100));
        foreach (double p in new[] { 0.001, 0.1, 0.5, 0.9, 0.999 })
            Assert.Equal(1 - p, posterior.ProbabilityAbove(posterior.Quantile(p)), 1e-12);
        Assert.Equal(1, posterior.ProbabilityAbove(-0.1));
        Assert.Equal(0, posterior.ProbabilityAbove(1.5));
    }

    [Fact]
    public void A_huge_sample_that_contradicts_its_calibration_still_has_a_posterior()
    {
        RatePosterior posterior = RatePosterior.Of(0, 1e9, Judge(100_000, 200_000, 100_001, 200_000));
        Assert.InRange(posterior.Mean, 0, 1);
        Assert.True(posterior.Interval(0.95).Width > 0);
    }

    [Fact]
    public void A_calibration_without_items_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new JudgeCalibration(0.9, 0, 0.9, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JudgeCalibration(double.NaN, 10, 0.9, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => JudgeCalibration.FromCounts(11, 10, 5, 10));
    }

    [Fact]
    public void A_difference_of_versions_turns_its_sign_with_them()
    {
        JudgeCalibration judge = Judge(95, 100, 60, 100);
        VersionDifference one = VersionDifference.WithSharedCalibration(860, 1000, 820, 1000, judge, 0.95) ?? default;
        VersionDifference other = VersionDifference.WithSharedCalibration(820, 1000, 860, 1000, judge, 0.95) ?? default;
        Assert.Equal(one.Difference, -other.Difference, 1e-15);
        Assert.Equal(one.StandardError, other.StandardError, 1e-15);
        Assert.Null(VersionDifference.WithSharedCalibration(0, 0, 820, 1000, judge, 0.95));
    }

    private static JudgeCalibration Judge(long hits, long positives, long rejections, long negatives) =>
        JudgeCalibration.FromCounts(hits, positives, rejections, negatives)
        ?? throw new InvalidOperationException("Both classes have items here.");
}
