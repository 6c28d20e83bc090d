using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class BootstrapVectorTests
{
    private const string File = "v09_bootstrap";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Resampling_with_given_indices_equals_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "bootstrap_mean":
                Mean(vector);
                break;
            case "cluster_bootstrap_paired_difference":
                ClusterDifference(vector);
                break;
            case "quantile_ci":
                QuantileInterval? found = QuantileInterval.OfSorted(
                    vector.Numbers("sorted"), vector.Number("q"), vector.Number("conf"));
                Assert.NotNull(found);
                vector.Check("estimate", found.Value);
                vector.Check("lower_rank", found.LowerRank);
                vector.Check("upper_rank", found.UpperRank);
                vector.Check("lo", found.Low);
                vector.Check("hi", found.High);
                vector.Check("coverage", found.Coverage);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Mean(VectorCase vector)
    {
        double[] x = vector.Numbers("x");
        CheckResult(vector, x.Length, selection =>
        {
            double sum = 0;
            foreach (int i in selection)
                sum += x[i];
            return sum / selection.Length;
        });
    }

    private static void ClusterDifference(VectorCase vector)
    {
        string[] clusters = vector.Input.GetProperty("clusters").EnumerateArray()
            .Select(cluster => cluster.GetString() ?? "").ToArray();
        double[][] a = Rows(vector.Input.GetProperty("a"), clusters);
        double[][] b = Rows(vector.Input.GetProperty("b"), clusters);
        CheckResult(vector, clusters.Length, selection =>
        {
            double sumA = 0;
            double countA = 0;
            double sumB = 0;
            double countB = 0;
            foreach (int i in selection)
            {
                sumA += a[i].Sum();
                countA += a[i].Length;
                sumB += b[i].Sum();
                countB += b[i].Length;
            }

            return sumA / countA - sumB / countB;
        });
    }

    private static double[][] Rows(JsonElement rows, string[] clusters) => clusters
        .Select(cluster => rows.GetProperty(cluster).EnumerateArray().Select(value => value.GetDouble()).ToArray())
        .ToArray();

    private static void CheckResult(VectorCase vector, int units, ResampledStatistic statistic)
    {
        int[] indices = vector.Input.GetProperty("indices").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(i => i.GetInt32())).ToArray();
        BootstrapResult? found = Bootstrap.RunWithIndices(
            units, indices, statistic, vector.Number("conf"), TestContext.Current.CancellationToken);
        Assert.NotNull(found);
        vector.Check("theta", found.Value);
        vector.Check("percentile", found.Percentile);
        vector.Check("basic", found.Basic);
        vector.Check("z0", found.BiasCorrection);
        vector.Check("acceleration", found.Acceleration);
        vector.Check("bca_alphas.0", found.BcaLowerProbability);
        vector.Check("bca_alphas.1", found.BcaUpperProbability);
        vector.Check("bca", found.Bca);
        vector.Check("se_boot", found.StandardError);
    }
}
