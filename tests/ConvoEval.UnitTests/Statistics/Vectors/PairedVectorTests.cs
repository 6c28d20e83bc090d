using System.Linq;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Paired;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class PairedVectorTests
{
    private const string File = "v03_paired";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Paired_comparisons_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "paired_2x2":
                Rates(vector);
                break;
            case "paired_means":
                Means(vector);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Rates(VectorCase vector)
    {
        var table = new PairedTable(
            vector.Whole("both"), vector.Whole("only_first"), vector.Whole("only_second"), vector.Whole("neither"));
        double level = vector.Number("conf");
        McNemarResult test = McNemar.Test(table);
        PairedOddsRatio? odds = PairedOddsRatio.Estimate(table, level);
        vector.Check("diff", table.Difference);
        vector.Check("mcnemar_exact", test.ExactP);
        vector.Check("mcnemar_midp", test.MidP);
        vector.Check("mcnemar_chi2", test.ChiSquared);
        vector.Check("mcnemar_p_asym", test.AsymptoticP);
        vector.Check("newcombe_paired", PairedDifference.Newcombe(table, level));
        vector.Check("newcombe_phi", PairedDifference.CorrectedPhi(table));
        vector.Check("tango", PairedDifference.Tango(table, level));
        vector.Check("bonett_price", PairedDifference.BonettPrice(table, level));
        vector.Check("odds_ratio", odds?.Value);
        if (odds is { } ratio)
        {
            vector.Check("or_ci_exact.0", ratio.Low);
            vector.Check("or_ci_exact.1", ratio.High);
        }
        else
        {
            vector.Check("or_ci_exact", (double?)null);
        }
    }

    private static void Means(VectorCase vector)
    {
        double[] a = vector.Numbers("a");
        double[] b = vector.Numbers("b");
        string[] clusters = vector.Input.GetProperty("cluster").EnumerateArray()
            .Select(cluster => cluster.GetString() ?? "").ToArray();
        double level = vector.Number("conf");
        double[] differences = a.Zip(b, (first, second) => first - second).ToArray();
        PairedMeansResult? paired = PairedMeans.Compare(a, b, level);
        ClusterMean? clustered = ClusterMean.Estimate<string>(differences, clusters, level);
        Assert.NotNull(paired);
        Assert.NotNull(clustered);
        vector.Check("mean_diff", paired.MeanDifference);
        vector.Check("se", paired.StandardError);
        vector.Check("t", paired.T);
        vector.Check("df", paired.Pairs - 1);
        vector.Check("p_two", paired.PValue);
        vector.Check("ci_t", paired.Interval);
        vector.Check("corr_ab", paired.Correlation);
        vector.Check("se_unpaired", paired.UnpairedStandardError);
        vector.Check("variance_ratio_paired_over_unpaired", paired.VarianceRatio);
        ClusterVectorTests.CheckClusterMean(vector, "cluster.", clustered);
        vector.Check("ci_cluster_t", clustered.Interval);
    }
}
