using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics.Comparison;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class ComparisonVectorTests
{
    private const string File = "v12_mixshift_cuped";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Splits_of_a_difference_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "mix_shift":
                Mix(vector);
                break;
            case "cuped":
                Cuped? found = Cuped.Adjust(
                    vector.Numbers("y"), vector.Numbers("x"), vector.Number("x_mean_reference"));
                Assert.NotNull(found);
                vector.Check("theta", found.Slope);
                vector.Check("mean_raw", found.RawMean);
                vector.Check("mean_adj", found.AdjustedMean);
                vector.Check("se_raw", found.RawStandardError);
                vector.Check("se_adj", found.AdjustedStandardError);
                vector.Check("corr", found.Correlation);
                vector.Check("variance_ratio", found.VarianceRatio);
                vector.Check("one_minus_r2", 1 - found.Correlation * found.Correlation);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Mix(VectorCase vector)
    {
        MixShift? found = MixShift.Split(Strata(vector.Input), 0.95);
        Assert.NotNull(found);
        vector.Check("R_a", found.OldRate);
        vector.Check("R_b", found.NewRate);
        vector.Check("delta", found.Difference);
        vector.Check("mix", found.Mix);
        vector.Check("within", found.Within);
        vector.Check("entered", found.Entered);
        vector.Check("left", found.Left);
        vector.Check("check_sum", found.Mix + found.Within + found.Entered + found.Left);
        vector.Check("within_se", found.WithinStandardError);
        vector.Check("within_ci", found.WithinInterval);
        vector.Check("standardised_delta_to_a_mix", found.AtOldMix.Value);
        vector.Check("standardised_delta_to_b_mix", found.AtNewMix.Value);
        for (int i = 0; i < found.Strata.Count; i++)
        {
            string prefix = FormattableString.Invariant($"rows.{i}.");
            StratumShift row = found.Strata[i];
            Assert.Equal(vector.ExpectedText(prefix + "stratum"), row.Name);
            vector.Check(prefix + "w_a", row.OldWeight);
            vector.Check(prefix + "w_b", row.NewWeight);
            vector.Check(prefix + "r_a", row.OldRate);
            vector.Check(prefix + "r_b", row.NewRate);
            vector.Check(prefix + "mix", row.Mix);
            vector.Check(prefix + "within", row.Within);
            vector.Check(prefix + "total", row.Total);
            vector.Check(prefix + "within_ci_newcombe", row.WithinInterval);
        }
    }

    private static List<StratumShares> Strata(JsonElement input)
    {
        JsonElement a = input.GetProperty("a");
        JsonElement b = input.GetProperty("b");
        return a.EnumerateObject().Concat(b.EnumerateObject())
            .Select(stratum => stratum.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new StratumShares(
                name, Count(a, name, "success"), Count(a, name, "n"), Count(b, name, "success"), Count(b, name, "n")))
            .ToList();
    }

    private static long Count(JsonElement version, string name, string property) =>
        version.TryGetProperty(name, out JsonElement stratum) ? stratum.GetProperty(property).GetInt64() : 0;
}
