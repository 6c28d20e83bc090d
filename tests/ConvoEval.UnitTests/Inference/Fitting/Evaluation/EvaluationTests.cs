using ConvoEval.Inference.Fitting.Evaluation;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Evaluation;

public sealed class EvaluationTests
{
    [Fact]
    public void The_wilson_interval_is_that_of_the_literature()
    {
        // Newcombe 1998, table I, method 3: 81 of 263 gives .2553 to .3662.
        var interval = WilsonInterval.Of(81, 263, 0.95);

        Assert.Equal(0.2553, interval.Low!.Value, 5e-5);
        Assert.Equal(0.3662, interval.High!.Value, 5e-5);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.5, 0)]
    public void Normal_quantiles_are_those_of_tables(double probability, double expected) =>
        Assert.Equal(expected, WilsonInterval.NormalQuantile(probability), 1e-9);

    [Fact]
    public void The_area_under_the_curve_counts_ties_half()
    {
        // In scope .1 .2 .3, out of scope .2 .9: wins 1 + ½ (for .2) + 3 (for .9) = 4.5 of 6.
        ScoredText[] texts = [At(0, 0.1), At(0, 0.2), At(-1, 0.2), At(0, 0.3), At(-1, 0.9)];

        Assert.Equal(0.75, IntentMeasures.Auroc(texts, [1, 1, 1, 1, 1]), 1e-12);
    }

    [Fact]
    public void A_weight_counts_like_repeated_items()
    {
        ScoredText[] texts = [At(0, 0.1), At(-1, 0.2), At(0, 0.3)];
        ScoredText[] repeated = [At(0, 0.1), At(-1, 0.2), At(-1, 0.2), At(0, 0.3), At(0, 0.3), At(0, 0.3)];

        Assert.Equal(
            IntentMeasures.Auroc(repeated, [1, 1, 1, 1, 1, 1]), IntentMeasures.Auroc(texts, [1, 2, 3]), 1e-12);
    }

    [Fact]
    public void The_calibration_error_is_that_of_a_calculation_by_hand()
    {
        // Two bins: .95 twice, one right -> |1.9 - 1|; .5 once, right -> |.5 - 1|; (.9 + .5) / 3.
        ScoredText[] texts = [Sure(0.95, true), Sure(0.95, false), Sure(0.5, true)];

        Assert.Equal(1.4 / 3, IntentMeasures.Ece(texts, [1, 1, 1]), 1e-12);
    }

    [Fact]
    public void The_mean_f1_is_that_of_a_calculation_by_hand()
    {
        // Truth 0 0 1 1, predicted 0 1 1 1: F1 = 2·1/(1+2) = 2/3 and 2·2/(3+2) = 4/5; class 2 does not occur.
        ScoredText[] texts = [Said(0, 0), Said(0, 1), Said(1, 1), Said(1, 1)];

        Assert.Equal(((2.0 / 3) + 0.8) / 2, IntentMeasures.MacroF1(texts, [1, 1, 1, 1], 3), 1e-12);
    }

    private static ScoredText At(int truth, double score) => new(truth, 0, 1, score, false, 1, true);

    private static ScoredText Sure(double confidence, bool isRight) =>
        new(0, isRight ? 0 : 1, confidence, 0, false, 1, isRight);

    private static ScoredText Said(int truth, int predicted) =>
        new(truth, predicted, 1, 0, false, 1, truth == predicted);
}
