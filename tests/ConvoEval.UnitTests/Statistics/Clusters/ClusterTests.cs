using System;
using System.Linq;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Clusters;

public sealed class ClusterTests
{
    [Fact]
    public void Order_of_values_and_names_of_clusters_do_not_matter()
    {
        double[] values = [1, 0, 1, 1, 0, 0, 1, 1];
        ClusterMean? one = ClusterMean.Estimate<string>(values, ["a", "a", "b", "b", "b", "c", "d", "d"], 0.95);
        double[] turned = [.. values.Reverse()];
        ClusterMean? other = ClusterMean.Estimate<int>(turned, [4, 4, 9, 2, 2, 2, 7, 7], 0.95);
        Assert.NotNull(one);
        Assert.NotNull(other);
        Assert.Equal(one.Cr1StandardError ?? 0, other.Cr1StandardError ?? 1, 1e-14);
        Assert.Equal(one.IntraclassCorrelation ?? 0, other.IntraclassCorrelation ?? 1, 1e-12);
    }

    [Fact]
    public void Clusters_of_one_give_the_plain_standard_error()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        ClusterMean? found = ClusterMean.Estimate<int>(values, [0, 1, 2, 3, 4, 5, 6, 7], 0.95);
        Assert.NotNull(found);
        Assert.Equal(found.NaiveStandardError ?? 0, found.Cr1StandardError ?? 1, 1e-14);
        Assert.Equal(1, found.DesignEffect ?? 0, 1e-12);
    }

    [Fact]
    public void Doubling_every_row_inside_its_cluster_adds_no_information()
    {
        double[] values = [1, 0, 1, 1, 0, 0, 1];
        int[] clusters = [0, 0, 1, 1, 2, 3, 4];
        ClusterMean? once = ClusterMean.Estimate<int>(values, clusters, 0.95);
        ClusterMean? twice = ClusterMean.Estimate<int>([.. values, .. values], [.. clusters, .. clusters], 0.95);
        Assert.NotNull(once);
        Assert.NotNull(twice);
        Assert.Equal(once.Cr1StandardError ?? 0, twice.Cr1StandardError ?? 1, 1e-14);
    }

    [Fact]
    public void A_ratio_of_sums_and_counts_is_the_clustered_mean()
    {
        double[] values = [1, 0, 1, 1, 0, 0, 1, 1];
        int[] clusters = [0, 0, 1, 1, 1, 2, 3, 3];
        ClusterMean? mean = ClusterMean.Estimate<int>(values, clusters, 0.95);
        RatioOfTotals? ratio = RatioOfTotals.Estimate([1, 2, 0, 2], [2, 3, 1, 2], 0.95);
        ClusteredShare? share = ClusteredShare.Estimate([1, 2, 0, 2], [2, 3, 1, 2], 0.95);
        Assert.NotNull(mean);
        Assert.NotNull(ratio);
        Assert.NotNull(share);
        Assert.Equal(mean.Mean, ratio.Value, 1e-15);
        Assert.Equal(mean.Cr1StandardError ?? 0, ratio.StandardError ?? 1, 1e-14);
        Assert.Equal(mean.Cr1StandardError ?? 0, share.StandardError ?? 1, 1e-14);
    }

    [Fact]
    public void One_cluster_has_a_mean_and_no_interval()
    {
        ClusterMean? mean = ClusterMean.Estimate<int>([1, 0, 1], [5, 5, 5], 0.95);
        Assert.NotNull(mean);
        Assert.Null(mean.Interval);
        Assert.Null(mean.Cr1StandardError);
        Assert.Null(mean.WilsonInterval(0.95));
        Assert.Null(ClusteredShare.Estimate([2], [3], 0.95)?.Interval);
        Assert.Null(RatioOfTotals.Estimate([2], [3], 0.95)?.StudentInterval);
        Assert.Null(ClusterMean.Estimate<int>([], [], 0.95));
    }

    [Fact]
    public void Constant_values_have_no_interval_instead_of_a_sure_one()
    {
        ClusterMean? mean = ClusterMean.Estimate<int>([0.1, 0.1, 0.1, 0.1], [0, 0, 1, 2], 0.95);
        Assert.NotNull(mean);
        Assert.Equal(0, mean.Cr1StandardError);
        Assert.Null(mean.Interval);
        Assert.Null(mean.IntraclassCorrelation);
        RatioOfTotals? ratio = RatioOfTotals.Estimate([0.3, 0.6, 2.1], [1, 2, 7], 0.95);
        Assert.NotNull(ratio);
        Assert.Equal(0, ratio.StandardError);
        Assert.Null(ratio.NormalInterval);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(1.0, 1)]
    [InlineData(0.5, 2)]
    public void A_rate_without_spread_is_judged_by_the_number_of_clusters(double share, int successesPerCluster)
    {
        double[] trials = [.. Enumerable.Repeat(successesPerCluster == 2 ? 4.0 : 5.0, 30)];
        ClusteredShare? found = ClusteredShare.Estimate([.. trials.Select(t => t * share)], trials, 0.95);
        Assert.NotNull(found);
        Assert.True(found.IsDegenerate);
        Assert.Equal(30, found.EffectiveTrials);
        Assert.True(found.Interval?.Width > 0.1);
        Assert.True(found.Interval?.Contains(share));
    }

    [Fact]
    public void Clusters_without_trials_are_left_out()
    {
        ClusteredShare? with = ClusteredShare.Estimate([1, 0, 2, 0], [2, 0, 3, 4], 0.95);
        ClusteredShare? without = ClusteredShare.Estimate([1, 2, 0], [2, 3, 4], 0.95);
        Assert.Equal(without, with);
        Assert.Null(ClusteredShare.Estimate([0, 0], [0, 0], 0.95));
        Assert.Null(RatioOfTotals.Estimate([0, 0], [0, 0], 0.95));
    }

    [Fact]
    public void Cluster_intervals_cover_where_the_naive_one_does_not()
    {
        // 60 conversations of 1 to 8 turns, each with its own rate, 0 or 1 for a third of them: true rate .7.
        // Bounds: six standard errors (.0035 each at 4,000 replicates) around what this design gives (.94 to .95).
        var random = new SeededRandom(4711);
        const int Replicates = 4000;
        double[] successes = new double[60];
        double[] trials = new double[60];
        int student = 0;
        int wilson = 0;
        for (int r = 0; r < Replicates; r++)
        {
            for (int g = 0; g < trials.Length; g++)
            {
                trials[g] = 1 + random.NextIndex(8);
                double rate = random.NextIndex(3) == 0 ? (random.NextUnit() < 0.7 ? 1 : 0) : 0.7;
                successes[g] = Draw.Binomial(random, (int)trials[g], rate);
            }

            student += RatioOfTotals.Estimate(successes, trials, 0.95)?.StudentInterval?.Contains(0.7) ?? false ? 1 : 0;
            wilson += ClusteredShare.Estimate(successes, trials, 0.95)?.Interval?.Contains(0.7) ?? false ? 1 : 0;
        }

        Assert.InRange(student / (double)Replicates, 0.915, 0.975);
        Assert.InRange(wilson / (double)Replicates, 0.915, 0.98);
    }

    [Fact]
    public void Fieller_refuses_an_interval_when_the_denominator_may_be_zero()
    {
        FiellerInterval? found = FiellerInterval.Estimate(5, 1, 1, 1, 0, 1.96);
        Assert.NotNull(found);
        Assert.Null(found.Value.Interval);
        Assert.NotEqual(FiellerShape.Bounded, found.Value.Shape);
        Assert.Null(FiellerInterval.Estimate(5, 1, 0, 1, 0, 1.96));
    }

    [Fact]
    public void Fieller_without_variance_of_the_denominator_is_the_plain_interval()
    {
        Interval found = FiellerInterval.Estimate(10, 4, 5, 0, 0, 2)?.Interval ?? default;
        Assert.Equal(2 - 2 * 2 / 5.0, found.Low, 1e-14);
        Assert.Equal(2 + 2 * 2 / 5.0, found.High, 1e-14);
    }

    [Fact]
    public void Bad_rows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClusterMean.Estimate<int>([1, double.NaN], [0, 1], 0.95));
        Assert.Throws<ArgumentException>(() => ClusterMean.Estimate<int>([1, 2], [0], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatioOfTotals.Estimate([1, 2], [1, -1], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusteredShare.Estimate([3], [2], 0.95));
        Assert.Throws<ArgumentException>(() => RepeatedJudging.Measure([1, 0, 1], 2));
    }
}
