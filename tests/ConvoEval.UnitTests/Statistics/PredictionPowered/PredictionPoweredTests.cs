using System;
using System.Linq;
using ConvoEval.Statistics.PredictionPowered;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.PredictionPowered;

public sealed class PredictionPoweredTests
{
    private static readonly ReviewCounts Example = new(155, 8, 15, 22, 1720, 280);

    [Fact]
    public void Counts_and_values_are_two_routes_to_the_same_estimate()
    {
        double[] labels = Repeat((1, 163), (0, 37));
        double[] scores = Repeat((1, 155), (0, 8), (1, 15), (0, 22));
        double[] rest = Repeat((1, 1720), (0, 280));
        PredictionPoweredEstimate? values = PredictionPoweredMean.Estimate(labels, scores, rest, 0.95);
        PredictionPoweredEstimate? counts = PredictionPoweredMean.FromCounts(Example, 0, 0.95);
        Assert.NotNull(values);
        Assert.NotNull(counts);
        Assert.Equal(values.Value, counts.Value, 1e-12);
        Assert.Equal(values.StandardError, counts.StandardError, 1e-12);
        Assert.Equal(values.Lambda, counts.Lambda, 1e-12);
        Assert.Equal(values.Correlation ?? 0, counts.Correlation ?? 1, 1e-12);
    }

    [Fact]
    public void A_weight_of_zero_leaves_the_human_labels_alone()
    {
        PredictionPoweredEstimate? found = PredictionPoweredMean.FromCountsWithLambda(Example, 0, 0, 0.95);
        Assert.NotNull(found);
        Assert.Equal(found.HumanValue, found.Value, 1e-15);
        Assert.Equal(found.HumanStandardError, found.StandardError, 1e-15);
    }

    [Fact]
    public void A_shift_of_the_scores_changes_nothing()
    {
        double[] labels = [1, 0, 1, 1, 0, 1];
        double[] scores = [0.9, 0.2, 0.7, 0.8, 0.4, 0.5];
        double[] rest = [0.3, 0.9, 0.6, 0.6, 0.1];
        PredictionPoweredEstimate? plain = PredictionPoweredMean.Estimate(labels, scores, rest, 0.95);
        PredictionPoweredEstimate? shifted = PredictionPoweredMean.Estimate(
            labels, [.. scores.Select(f => f + 5)], [.. rest.Select(f => f + 5)], 0.95);
        Assert.NotNull(plain);
        Assert.NotNull(shifted);
        Assert.Equal(plain.Value, shifted.Value, 1e-12);
        Assert.Equal(plain.StandardError, shifted.StandardError, 1e-12);
    }

    [Fact]
    public void Without_unreviewed_items_or_spread_of_the_judge_people_stand_alone()
    {
        PredictionPoweredEstimate? all = PredictionPoweredMean.FromCounts(new ReviewCounts(8, 1, 2, 5, 0, 0), 0, 0.95);
        PredictionPoweredEstimate? constant = PredictionPoweredMean.Estimate([1, 0, 1], [1, 1, 1], [1, 1, 1], 0.95);
        Assert.NotNull(all);
        Assert.NotNull(constant);
        Assert.Equal(0, all.Lambda);
        Assert.Equal(0, constant.Lambda);
        Assert.Equal(9 / 16.0, all.Value, 1e-15);
        Assert.Equal(2 / 3.0, constant.Value, 1e-15);
    }

    [Fact]
    public void Half_a_count_per_cell_keeps_a_spotless_review_from_being_sure()
    {
        var spotless = new ReviewCounts(60, 0, 0, 0, 2000, 0);
        Assert.Null(PredictionPoweredMean.FromCounts(spotless, 0, 0.95)?.Interval);
        PredictionPoweredEstimate? found = PredictionPoweredMean.FromCounts(spotless, 0.5, 0.95);
        Assert.NotNull(found?.Interval);
        Assert.True(found.Interval.Value.Width > 0.01);
        Assert.InRange(found.Interval.Value.High, 0, 1);
    }

    [Fact]
    public void Pseudo_counts_do_not_stand_in_for_reviews()
    {
        Assert.Null(PredictionPoweredMean.FromCounts(new ReviewCounts(0, 0, 0, 0, 900, 100), 0.5, 0.95));
        Assert.Null(PredictionPoweredMean.FromCounts(new ReviewCounts(1, 0, 0, 0, 900, 100), 0.5, 0.95));
        Assert.Null(PredictionPoweredMean.Estimate([1], [1], [1, 0], 0.95));
    }

    [Theory]
    [InlineData(0.8, 0.95, 0.6, 200)]
    [InlineData(0.95, 0.97, 0.5, 200)]
    [InlineData(0.8, 0.95, 0.6, 60)]
    public void PPI_with_half_counts_covers_the_true_rate(
        double rate,
        double sensitivity,
        double specificity,
        int reviewed)
    {
        // Reference simulation: .947 to .964. 4,000 replicates have a standard error of .0035; six on both sides.
        var random = new SeededRandom(77);
        const int Replicates = 4000;
        int covered = 0;
        for (int r = 0; r < Replicates; r++)
        {
            ReviewCounts drawn = Draw.Review(random, rate, sensitivity, specificity, reviewed, 2000);
            covered += PredictionPoweredMean.FromCounts(drawn, 0.5, 0.95)?.Interval?.Contains(rate) ?? false ? 1 : 0;
        }

        Assert.InRange(covered / (double)Replicates, 0.925, 0.986);
    }

    [Fact]
    public void Strata_of_one_are_the_plain_estimate()
    {
        StratifiedReview? found = StratifiedReview.Estimate([new StratumReview("all", 1, Example)], 0, 0.95);
        PredictionPoweredEstimate? plain = PredictionPoweredMean.FromCounts(Example, 0, 0.95);
        Assert.NotNull(found);
        Assert.NotNull(plain);
        Assert.Equal(plain.Value, found.Value, 1e-15);
        Assert.Equal(plain.StandardError, found.StandardError, 1e-15);
        Assert.Equal([1.0], found.LabelShares);
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_refused() =>
        Assert.Throws<ArgumentException>(
            () => StratifiedReview.Estimate([new StratumReview("half", 0.5, Example)], 0, 0.95));

    [Fact]
    public void Active_review_of_everything_is_the_human_mean()
    {
        double[] scores = [0.9, 0.1, 0.5, 0.7];
        double[] certain = [1, 1, 1, 1];
        double?[] labels = [1, 0, 0, 1];
        Assert.Equal(0.5, ActiveReview.Estimate(scores, certain, labels, 0.95)?.Value ?? 0, 1e-15);
        Assert.Equal(0.5, ActiveReview.EstimateTuned(scores, certain, labels, 0.95)?.Value ?? 0, 1e-15);
    }

    [Fact]
    public void Active_review_covers_the_true_rate_and_tuning_does_not_widen_it()
    {
        // A sure and often wrong judge. Normal interval over 400 items: coverage near .95, six standard errors around.
        var random = new SeededRandom(31);
        const int Replicates = 3000;
        const int Items = 400;
        int covered = 0;
        double plainWidth = 0;
        double tunedWidth = 0;
        double[] scores = new double[Items];
        double?[] labels = new double?[Items];
        for (int r = 0; r < Replicates; r++)
        {
            for (int i = 0; i < Items; i++)
                scores[i] = random.NextUnit() < 0.5 ? 0.95 : 0.3;
            double[] probabilities = ActiveReview.Probabilities(scores, 120, 0.5, 0.02);
            for (int i = 0; i < Items; i++)
            {
                double label = random.NextUnit() < (scores[i] > 0.5 ? 0.8 : 0.6) ? 1 : 0;
                labels[i] = random.NextUnit() < probabilities[i] ? label : null;
            }

            ActiveEstimate plain = ActiveReview.Estimate(scores, probabilities, labels, 0.95) ?? default;
            ActiveEstimate tuned = ActiveReview.EstimateTuned(scores, probabilities, labels, 0.95) ?? default;
            covered += plain.Interval?.Contains(0.7) ?? false ? 1 : 0;
            plainWidth += plain.StandardError;
            tunedWidth += tuned.StandardError;
        }

        Assert.InRange(covered / (double)Replicates, 0.92, 0.975);
        Assert.True(tunedWidth <= plainWidth);
    }

    [Fact]
    public void A_reviewed_item_without_a_probability_is_refused() =>
        Assert.Throws<ArgumentException>(() => ActiveReview.Estimate([0.5, 0.5], [0, 1], [1, null], 0.95));

    [Fact]
    public void Inverse_probability_mean_with_equal_probabilities_is_the_plain_mean()
    {
        InverseProbabilityMean? found = InverseProbabilityMean.Estimate([1, 0, 1, 1], [0.2, 0.2, 0.2, 0.2], 0.95);
        Assert.NotNull(found);
        Assert.Equal(0.75, found.Value.Value, 1e-15);
        // sd/√n of 1, 0, 1, 1 = √(.25/4)
        Assert.Equal(0.25, found.Value.StandardError ?? 0, 1e-15);
        Assert.Equal(4, found.Value.EffectiveCount, 1e-12);
        Assert.Null(InverseProbabilityMean.Estimate([], [], 0.95));
    }

    [Fact]
    public void A_rare_draw_counts_for_those_it_stands_for()
    {
        // Weights 10 and 1: (10·1 + 1·0)/11.
        InverseProbabilityMean found = InverseProbabilityMean.Estimate([1, 0], [0.1, 1], 0.95) ?? default;
        Assert.Equal(10 / 11.0, found.Value, 1e-15);
    }

    private static double[] Repeat(params (double Value, int Times)[] parts) =>
        [.. parts.SelectMany(part => Enumerable.Repeat(part.Value, part.Times))];
}
