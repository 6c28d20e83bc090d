using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class ProportionVectorTests
{
    private const string File = "v01_proportions";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Intervals_of_rates_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "one_proportion":
                OneProportion(vector);
                break;
            case "one_proportion_empty":
                vector.LeaveOut("p", "A share of no trials is never asked for; the intervals carry the absence.");
                vector.Check("wilson", Proportion.Wilson(0, 0, 0.95));
                vector.Check("clopper_pearson", Proportion.ClopperPearson(0, 0, 0.95));
                vector.Check("jeffreys", Proportion.Jeffreys(0, 0, 0.95));
                break;
            case "two_proportions_unpaired":
                TwoProportions(vector);
                break;
            case "nps":
                NetPromoter(vector);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void OneProportion(VectorCase vector)
    {
        double x = vector.Number("x");
        double n = vector.Number("n");
        double level = vector.Number("conf");
        vector.Check("p", x / n);
        vector.Check("wilson", Proportion.Wilson(x, n, level));
        vector.Check("clopper_pearson", Proportion.ClopperPearson(x, n, level));
        vector.Check("jeffreys", Proportion.Jeffreys(x, n, level));
        vector.Check("agresti_coull", Proportion.AgrestiCoull(x, n, level));
        vector.LeaveOut("wald", "The plain normal interval collapses at the ends, so the product does not offer it.");
    }

    private static void TwoProportions(VectorCase vector)
    {
        long x1 = vector.Whole("x1");
        long n1 = vector.Whole("n1");
        long x2 = vector.Whole("x2");
        long n2 = vector.Whole("n2");
        double level = vector.Number("conf");
        SignificanceTest? pooled = ProportionDifference.PooledTest(x1, n1, x2, n2);
        vector.Check("diff", x1 / (double)n1 - x2 / (double)n2);
        vector.Check("newcombe", ProportionDifference.Newcombe(x1, n1, x2, n2, level));
        vector.Check("agresti_caffo", ProportionDifference.AgrestiCaffo(x1, n1, x2, n2, level));
        vector.Check("z_pooled", pooled?.Statistic);
        vector.Check("p_pooled", pooled?.PValue);
        vector.Check("fisher_p", FisherExact.TwoSidedP(x1, n1, x2, n2));
    }

    private static void NetPromoter(VectorCase vector)
    {
        NetPromoterEstimate? found = NetPromoterScore.Estimate(
            vector.Whole("promoters"), vector.Whole("passives"), vector.Whole("detractors"), 0.95);
        Assert.NotNull(found);
        NetPromoterEstimate estimate = found.Value;
        double z = StandardNormal.TwoSided(0.95);
        vector.Check("nps", 100 * estimate.Score);
        vector.Check("se", 100 * estimate.StandardError);
        vector.Check("wald.0", 100 * (estimate.Score - z * estimate.StandardError));
        vector.Check("wald.1", 100 * (estimate.Score + z * estimate.StandardError));
        vector.Check("adjusted_wald", estimate.Interval.Mapped(0, 100));
    }
}
