using ConvoEval.Statistics;
using ConvoEval.Statistics.Distributions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class SpecialFunctionVectorTests
{
    private const string File = "v00_special";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Special_functions_equal_the_reference_relatively(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index, isRelative: true);
        switch (name)
        {
            case "norm_ppf":
                vector.Check("value", StandardNormal.Quantile(vector.Number("p")));
                break;
            case "norm_cdf":
                vector.Check("cdf", StandardNormal.Cdf(vector.Number("x")));
                vector.Check("sf", StandardNormal.Survival(vector.Number("x")));
                break;
            case "t_ppf":
                // The reference (scipy 1.10.1) is good to 3e-9 only; StudentTTests compares with the closed form.
                vector.Tolerance = 5e-9;
                vector.Check("value", StudentT.Quantile(vector.Number("p"), vector.Number("df")));
                break;
            case "t_sf":
                vector.Check("sf", StudentT.Survival(vector.Number("t"), vector.Number("df")));
                break;
            case "chi2_sf":
                vector.Check("sf", ChiSquared.Survival(vector.Number("x"), vector.Number("df")));
                break;
            case "beta_cdf":
                vector.Check(
                    "cdf", BetaDistribution.Cdf(vector.Number("x"), vector.Number("a"), vector.Number("b")));
                break;
            case "beta_ppf":
                vector.Check(
                    "value", BetaDistribution.Quantile(vector.Number("p"), vector.Number("a"), vector.Number("b")));
                break;
            case "binom":
                vector.Check("pmf", Binomial.Probability(vector.Whole("k"), vector.Whole("n"), vector.Number("p")));
                vector.Check("cdf", Binomial.Cdf(vector.Whole("k"), vector.Whole("n"), vector.Number("p")));
                break;
            case "lgamma":
                vector.Check("value", GammaFunction.LogGamma(vector.Number("x")));
                break;
            case "poisson_garwood95":
                Interval interval = PoissonCount.Garwood(vector.Whole("count"), 0.95);
                vector.Check("lo", interval.Low);
                vector.Check("hi", interval.High);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }
}
