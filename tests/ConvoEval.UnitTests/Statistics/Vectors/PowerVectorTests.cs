using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Power;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class PowerVectorTests
{
    private const string File = "v02_power";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sample_sizes_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "n_per_arm_unpaired":
                vector.Check("n", SampleSize.TwoRates(
                    vector.Number("p1"), vector.Number("p2"), vector.Number("alpha"), vector.Number("power")));
                break;
            case "n_pairs_mcnemar":
                vector.Check("n", SampleSize.PairedRates(
                    vector.Number("p_only_a"),
                    vector.Number("p_only_b"),
                    vector.Number("alpha"),
                    vector.Number("power")));
                break;
            case "n_per_arm_noninferiority":
                vector.Check("n", SampleSize.NonInferiority(
                    vector.Number("p"),
                    vector.Number("p"),
                    vector.Number("margin"),
                    vector.Number("alpha_one_sided"),
                    vector.Number("power")));
                break;
            case "mde_unpaired_drop":
                vector.Check("mde", DetectableDifference.Drop(
                    vector.Number("p"), vector.Whole("n_per_arm"), vector.Number("alpha"), vector.Number("power")));
                break;
            case "inflate":
                vector.Check("n", SampleSize.Inflated(
                    vector.Whole("n"), vector.Number("design_effect"), vector.Number("youden")));
                break;
            case "golden_n_for_half_width":
                double p = vector.Number("p");
                double half = vector.Number("half_width");
                double z = StandardNormal.TwoSided(vector.Number("conf"));
                vector.Check("n_wald", Math.Ceiling(z * z * p * (1 - p) / (half * half)));
                vector.Check("n_wilson_first", GoldenSetSize.ForHalfWidth(p, half, vector.Number("conf")));
                break;
            case "zero_error_n":
                vector.Check("n", GoldenSetSize.ForClaim(0, vector.Number("claim_at_least"), vector.Number("alpha")));
                break;
            case "r_error_n":
                vector.Check("n", GoldenSetSize.ForClaim(
                    vector.Whole("errors"), vector.Number("claim_at_least"), vector.Number("alpha")));
                break;
            case "n_questions_miller":
                vector.Check("n", SampleSize.Questions(
                    vector.Number("omega2"),
                    vector.Number("sigma2_a"),
                    vector.Number("sigma2_b"),
                    (int)vector.Whole("K_a"),
                    (int)vector.Whole("K_b"),
                    vector.Number("delta"),
                    vector.Number("alpha"),
                    vector.Number("power")));
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }
}
