using System.Linq;
using ConvoEval.Statistics.Multiplicity;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class MultiplicityVectorTests
{
    private const string File = "v10_multiplicity";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Adjusted_and_combined_evidence_equals_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "adjust":
                double[] p = vector.Numbers("p");
                vector.Check("bonferroni", AdjustedPValues.Bonferroni(p));
                vector.Check("holm", AdjustedPValues.Holm(p));
                vector.Check("bh", AdjustedPValues.BenjaminiHochberg(p));
                vector.Check("by", AdjustedPValues.BenjaminiYekutieli(p));
                break;
            case "e_bh":
                vector.Check(
                    "rejected_indices",
                    EValues.BenjaminiHochberg(vector.Numbers("e"), vector.Number("alpha"))
                        .Select(found => (double)found)
                        .ToArray());
                break;
            case "combine":
                double[] several = vector.Numbers("p");
                vector.Check("fisher_p", CombinedPValue.Fisher(several));
                vector.Check("stouffer_p", CombinedPValue.Stouffer(several));
                vector.Check("cauchy_p", CombinedPValue.Cauchy(several));
                vector.Check("bonferroni_min", CombinedPValue.Bonferroni(several));
                vector.Check("avg_doubled", CombinedPValue.DoubledMean(several));
                foreach (string statistic in new[] { "fisher_stat", "stouffer_z", "cauchy_t" })
                    vector.LeaveOut(statistic, "The statistic fixes the p-value compared above.");
                vector.LeaveOut("harmonic_mean_raw", "The raw harmonic mean is no valid p-value; not offered.");
                break;
            case "calibrate_p_to_e":
                vector.Check("kappa_half", EValues.FromPByHalfPower(vector.Number("p")));
                vector.Check("mixture", EValues.FromPByMixture(vector.Number("p")));
                vector.Check("sqrt_minus_1", EValues.FromPByRootLessOne(vector.Number("p")));
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }
}
