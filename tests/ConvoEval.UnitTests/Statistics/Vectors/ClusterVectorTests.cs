using System.Linq;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Proportions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class ClusterVectorTests
{
    private const string File = "v08_cluster_ratio";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clusters_and_ratios_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "clustered_proportion":
                ClusteredProportion(vector);
                break;
            case "ratio_of_totals":
                Ratio(vector);
                break;
            case "fieller":
                CheckFieller(vector, "", FiellerInterval.Estimate(
                    vector.Number("ybar"),
                    vector.Number("vy"),
                    vector.Number("xbar"),
                    vector.Number("vx"),
                    vector.Number("cov"),
                    vector.Number("crit")));
                break;
            case "ratio_difference_unpaired":
                Difference(vector);
                break;
            case "design_effect":
                double effect = DesignEffect.Planned(vector.Number("mean_cluster_size"), vector.Number("icc"));
                vector.Check("deff", effect);
                vector.Check("n_needed_factor", effect);
                break;
            case "variance_components":
                Repeated(vector);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    internal static void CheckClusterMean(VectorCase vector, string prefix, ClusterMean mean)
    {
        vector.Check(prefix + "mean", mean.Mean);
        vector.Check(prefix + "n", mean.Count);
        vector.Check(prefix + "clusters", mean.Clusters);
        vector.Check(prefix + "se_naive", mean.NaiveStandardError);
        vector.Check(prefix + "se_cr0", mean.Cr0StandardError);
        vector.Check(prefix + "se_cr1", mean.Cr1StandardError);
        vector.Check(prefix + "deff_cr1", mean.DesignEffect);
        vector.Check(prefix + "icc_anova", mean.IntraclassCorrelation);
        vector.Check(prefix + "n0", mean.TypicalClusterSize);
    }

    private static void ClusteredProportion(VectorCase vector)
    {
        double[] x = vector.Numbers("x");
        string[] clusters = vector.Input.GetProperty("cluster").EnumerateArray()
            .Select(cluster => cluster.GetString() ?? "").ToArray();
        double level = vector.Number("conf");
        ClusterMean? mean = ClusterMean.Estimate<string>(x, clusters, level);
        Assert.NotNull(mean);
        CheckClusterMean(vector, "", mean);
        vector.Check("ci_t_cr1", mean.Interval);
        vector.Check("wilson_naive", Proportion.Wilson(x.Sum(), x.Length, level));
        vector.Check("n_eff", mean.EffectiveCount);
        vector.Check("wilson_n_eff", mean.WilsonInterval(level));
    }

    private static void Ratio(VectorCase vector)
    {
        double[] y = vector.Numbers("y");
        double[] x = vector.Numbers("x");
        double level = vector.Number("conf");
        RatioOfTotals? ratio = RatioOfTotals.Estimate(y, x, level);
        Assert.NotNull(ratio);
        vector.Check("R", ratio.Value);
        vector.Check("se", ratio.StandardError);
        vector.Check("lo_z", ratio.NormalInterval?.Low);
        vector.Check("hi_z", ratio.NormalInterval?.High);
        vector.Check("lo_t", ratio.StudentInterval?.Low);
        vector.Check("hi_t", ratio.StudentInterval?.High);
        vector.LeaveOut("mean_of_ratios", "A mean of ratios answers another question than a ratio of totals.");
        vector.Check("naive_wilson_turns", Proportion.Wilson(y.Sum(), x.Sum(), level));
        CheckFieller(vector, "fieller_t.", ratio.Fieller);
    }

    private static void CheckFieller(VectorCase vector, string prefix, FiellerInterval? found)
    {
        Assert.NotNull(found);
        vector.Check(prefix + "R", found.Value.Ratio);
        vector.Check(prefix + "g", found.Value.G);
        Assert.Equal(vector.ExpectedText(prefix + "kind"), found.Value.Shape.ToString(), ignoreCase: true);
        vector.Check(prefix + "lo", found.Value.Interval?.Low);
        vector.Check(prefix + "hi", found.Value.Interval?.High);
    }

    private static void Difference(VectorCase vector)
    {
        RatioOfTotals? first = RatioOfTotals.Estimate(vector.Numbers("y1"), vector.Numbers("x1"), 0.95);
        RatioOfTotals? second = RatioOfTotals.Estimate(vector.Numbers("y2"), vector.Numbers("x2"), 0.95);
        Assert.NotNull(first);
        Assert.NotNull(second);
        vector.Check("diff", first.Value - second.Value);
        Assert.NotNull(first.StandardError);
        Assert.NotNull(second.StandardError);
        vector.Check("se", double.Hypot(first.StandardError.Value, second.StandardError.Value));
        vector.Check("ci_z", RatioOfTotals.Difference(first, second, 0.95));
    }

    private static void Repeated(VectorCase vector)
    {
        double[][] scores = vector.Input.GetProperty("scores").EnumerateArray()
            .Select(item => item.EnumerateArray().Select(score => score.GetDouble()).ToArray()).ToArray();
        RepeatedJudging? runs = RepeatedJudging.Measure(scores.SelectMany(item => item).ToArray(), scores[0].Length);
        Assert.NotNull(runs);
        vector.Check("mean", runs.Mean);
        vector.Check("within_item_var", runs.WithinVariance);
        vector.Check("var_of_item_means", runs.VarianceOfItemMeans);
        vector.Check("between_item_var", runs.BetweenVariance);
        vector.Check("se", runs.StandardError);
        vector.Check("se_if_K_inf", runs.StandardErrorWithoutNoise);
        vector.Check("se_if_K1", runs.StandardErrorOfOneRun);
        vector.Check("flip_rate", runs.FlipRate);
        vector.Check("pairwise_agreement", runs.PairwiseAgreement);
    }
}
