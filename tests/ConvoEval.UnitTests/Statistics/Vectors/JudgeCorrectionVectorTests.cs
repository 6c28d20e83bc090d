using System;
using ConvoEval.Statistics;
using ConvoEval.Statistics.JudgeCorrection;
using ConvoEval.Statistics.Proportions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class JudgeCorrectionVectorTests
{
    private const string File = "v06_judge_correction";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Corrections_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "corrected_rate":
                Corrected(vector);
                break;
            case "lang_reiczigel_external":
                var external = new JudgeCalibration(
                    vector.Number("se"), vector.Number("n_pos"), vector.Number("sp"), vector.Number("n_neg"));
                vector.Check("ci", LangReiczigel.Clipped(
                    vector.Number("p"), vector.Number("n"), external, 1 - vector.Number("alpha")));
                break;
            case "version_delta_same_judge":
                SameJudge(vector);
                break;
            case "version_delta_separate_calibration":
                SeparateJudges(vector);
                break;
            case "calibration_allocation":
                Allocation(vector);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Corrected(VectorCase vector)
    {
        double passed = vector.Number("judge_pass");
        double judged = vector.Number("n");
        double level = vector.Number("conf");
        JudgeCalibration calibration = Calibration(
            vector, "gold_pos_judged_pos", "gold_pos", "gold_neg_judged_neg", "gold_neg");
        CorrectedRate? rate = CorrectedRate.Estimate(passed, judged, calibration, level);
        Assert.NotNull(rate);
        vector.Check("p_obs", rate.JudgedShare);
        vector.Check("se", calibration.Sensitivity);
        vector.Check("sp", calibration.Specificity);
        vector.Check("J", rate.Youden);
        vector.Check("naive_wilson", rate.JudgedInterval);
        vector.Check("rg_unclipped", rate.Unclipped);
        vector.Check("rg_delta_se", RoganGladen.StandardError(passed / judged, judged, calibration));
        vector.Check("rg_delta_ci_unclipped", RoganGladen.DeltaInterval(passed / judged, judged, calibration, level));
        vector.Check(
            "lang_reiczigel_unclipped", LangReiczigel.Unclipped(passed / judged, judged, calibration, level));
        vector.Check("lang_reiczigel", LangReiczigel.Clipped(passed / judged, judged, calibration, level));
        vector.Check("J_ci_square_and_add", rate.YoudenInterval);
        vector.Check("variance_inflation_1_over_J2", rate.VarianceInflation);
        Assert.Equal(vector.ExpectedFlag("degenerate"), rate.IsDegenerate);

        // A collapsed interval is joined with the posterior; otherwise value and interval are the classical ones.
        double clipped = vector.ExpectedNumber("rg");
        RatePosterior posterior = RatePosterior.Of(passed, judged, calibration);
        Assert.Equal(rate.IsDegenerate ? posterior.Mean : clipped, rate.Value ?? -1, vector.Tolerance);
        Interval clear = LangReiczigel.Clipped(passed / judged, judged, calibration, level) ?? default;
        Interval credible = posterior.Interval(level);
        Interval expected = rate.IsDegenerate
            ? new Interval(Math.Min(clear.Low, credible.Low), Math.Max(clear.High, credible.High))
            : clear;
        Assert.Equal(expected, rate.Interval);

        vector.Check("bayes_uniform_grid241x121x121.mean", posterior.Mean);
        vector.Check("bayes_uniform_grid241x121x121.median", posterior.Median);
        vector.Check("bayes_uniform_grid241x121x121.lo", posterior.Interval(level).Low);
        vector.Check("bayes_uniform_grid241x121x121.hi", posterior.Interval(level).High);
    }

    private static void SameJudge(VectorCase vector)
    {
        JudgeCalibration calibration = Calibration(vector, "tp", "P", "tn", "N");
        double x1 = vector.Number("x1");
        double n1 = vector.Number("n1");
        double x2 = vector.Number("x2");
        double n2 = vector.Number("n2");
        VersionDifference? found = VersionDifference.WithSharedCalibration(x1, n1, x2, n2, calibration, 0.95);
        vector.Check("delta", found?.Difference);
        vector.Check("se", found?.StandardError);
        vector.Check("ci", found?.Interval);
        vector.Check("naive_delta", x1 / n1 - x2 / n2);
        vector.Check("naive_newcombe", ProportionDifference.Newcombe(x1, n1, x2, n2, 0.95));
    }

    private static void SeparateJudges(VectorCase vector)
    {
        JudgeCalibration first = Calibration(vector, "v1.tp", "v1.P", "v1.tn", "v1.N");
        JudgeCalibration second = Calibration(vector, "v2.tp", "v2.P", "v2.tn", "v2.N");
        double p1 = vector.Number("v1.x") / vector.Number("v1.n");
        double p2 = vector.Number("v2.x") / vector.Number("v2.n");
        VersionDifference? found = VersionDifference.WithSeparateCalibrations(
            vector.Number("v1.x"),
            vector.Number("v1.n"),
            first,
            vector.Number("v2.x"),
            vector.Number("v2.n"),
            second,
            0.95);
        vector.Check("theta.0", RoganGladen.Estimate(p1, first));
        vector.Check("theta.1", RoganGladen.Estimate(p2, second));
        vector.Check("delta", found?.Difference);
        vector.Check("se", found?.StandardError);
        vector.Check("ci", found?.Interval);
        vector.Check("naive_delta", p1 - p2);
    }

    private static void Allocation(VectorCase vector)
    {
        CalibrationAllocation lee = CalibrationAllocation.Lee(
            vector.Whole("m"),
            vector.Number("p_obs"),
            vector.Number("se_pilot"),
            vector.Number("sp_pilot"),
            vector.Whole("m_pilot"));
        double share = CalibrationAllocation.NeymanPositiveShare(
            vector.Number("theta"), vector.Number("se_pilot"), vector.Number("sp_pilot"));
        vector.Check("lee.n_pos", lee.Positives);
        vector.Check("lee.n_neg", lee.Negatives);
        vector.Check("neyman_exact.share_pos", share);
        vector.Check("neyman_exact.n_pos_real", share * vector.Number("m"));
    }

    private static JudgeCalibration Calibration(VectorCase vector, string tp, string p, string tn, string n)
    {
        JudgeCalibration? calibration = JudgeCalibration.FromCounts(
            vector.Whole(tp), vector.Whole(p), vector.Whole(tn), vector.Whole(n));
        Assert.NotNull(calibration);
        return calibration.Value;
    }
}
