using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics.PredictionPowered;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class PredictionPoweredVectorTests
{
    private const string File = "v07_ppi";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prediction_powered_means_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "ppi_mean":
                Values(vector);
                break;
            case "ppi_mean_binary_counts":
                Counts(vector);
                break;
            case "ppi_stratified":
                Stratified(vector);
                break;
            case "active_difference_estimator":
                Active(vector);
                break;
            case "active_probabilities":
                vector.Check("pi", ActiveReview.Probabilities(
                    vector.Numbers("f"), vector.Number("budget"), vector.Number("tau"), vector.Number("floor")));
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Values(VectorCase vector)
    {
        double[] labels = vector.Numbers("Y");
        double[] labelled = vector.Numbers("F_labeled");
        double[] unlabelled = vector.Numbers("F_unlabeled");
        double level = vector.Number("conf");
        PredictionPoweredEstimate? tuned = PredictionPoweredMean.Estimate(labels, labelled, unlabelled, level);
        CheckEstimate(vector, "ppi_plus.", tuned);
        CheckHuman(vector, tuned);
        CheckEstimate(vector, "ppi_lambda1.", PredictionPoweredMean.EstimateWithLambda(
            labels, labelled, unlabelled, 1, level));
    }

    private static void Counts(VectorCase vector)
    {
        ReviewCounts counts = Review(vector.Input);
        PredictionPoweredEstimate? tuned = PredictionPoweredMean.FromCounts(counts, 0, 0.95);
        Assert.NotNull(tuned);
        CheckEstimate(vector, "ppi_plus.", tuned);
        CheckHuman(vector, tuned);
        CheckEstimate(
            vector, "ppi_lambda1.", PredictionPoweredMean.FromCountsWithLambda(counts, 0, 1, 0.95));
        vector.Check("labels_saved_factor", tuned.LabelsSavedFactor);
        vector.Check("corr_Y_F", tuned.Correlation);
        vector.Check("limit_gain_1_over_1_minus_r2", tuned.LabelsSavedLimit);
    }

    private static void Stratified(VectorCase vector)
    {
        List<StratumReview> strata = vector.Input.GetProperty("strata").EnumerateArray()
            .Select(stratum => new StratumReview(
                stratum.GetProperty("stratum").GetString() ?? "",
                stratum.GetProperty("weight").GetDouble(),
                Review(stratum)))
            .ToList();
        StratifiedReview? found = StratifiedReview.Estimate(strata, 0, vector.Number("conf"));
        Assert.NotNull(found);
        for (int i = 0; i < strata.Count; i++)
        {
            string prefix = FormattableString.Invariant($"strata.{i}.");
            Assert.Equal(strata[i].Name, vector.ExpectedText(prefix + "stratum"));
            CheckEstimate(vector, prefix, found.Strata[i]);
            vector.Check(prefix + "theta_classical", found.Strata[i].HumanValue);
            vector.Check(prefix + "sd_rectifier", found.Strata[i].RectifierDeviation);
        }

        vector.Check("theta", found.Value);
        vector.Check("se", found.StandardError);
        vector.Check("lo", found.Interval?.Low);
        vector.Check("hi", found.Interval?.High);
        vector.Check("classical_stratified.theta", found.HumanValue);
        vector.Check("classical_stratified.se", found.HumanStandardError);
        vector.Check("neyman_label_share", found.LabelShares);
    }

    private static void Active(VectorCase vector)
    {
        double?[] labels = vector.Input.GetProperty("y").EnumerateArray()
            .Select(label => label.ValueKind == JsonValueKind.Null ? (double?)null : label.GetDouble())
            .ToArray();
        ActiveEstimate? found = ActiveReview.Estimate(
            vector.Numbers("f"), vector.Numbers("pi"), labels, vector.Number("conf"));
        vector.Check("theta", found?.Value);
        vector.Check("se", found?.StandardError);
        vector.Check("lo", found?.Interval?.Low);
        vector.Check("hi", found?.Interval?.High);
        vector.LeaveOut("terms", "The terms are no result; mean and standard error above depend on each of them.");
    }

    private static void CheckEstimate(VectorCase vector, string prefix, PredictionPoweredEstimate? found)
    {
        Assert.NotNull(found);
        vector.Check(prefix + "lambda_raw", found.LambdaUnclipped);
        vector.Check(prefix + "lam", found.Lambda);
        vector.Check(prefix + "theta", found.Value);
        vector.Check(prefix + "se", found.StandardError);
        // Intervals of shares are held to 0…1; the reference leaves them free.
        vector.Check(prefix + "lo", found.Interval?.Low);
        vector.Check(prefix + "hi", found.Interval?.High);
    }

    private static void CheckHuman(VectorCase vector, PredictionPoweredEstimate? found)
    {
        vector.Check("classical.theta", found?.HumanValue);
        vector.Check("classical.se", found?.HumanStandardError);
        vector.Check("classical.lo", found?.HumanInterval?.Low);
        vector.Check("classical.hi", found?.HumanInterval?.High);
    }

    private static ReviewCounts Review(JsonElement counts) => new(
        counts.GetProperty("y1f1").GetInt64(),
        counts.GetProperty("y1f0").GetInt64(),
        counts.GetProperty("y0f1").GetInt64(),
        counts.GetProperty("y0f0").GetInt64(),
        counts.GetProperty("unl_f1").GetInt64(),
        counts.GetProperty("unl_f0").GetInt64());
}
