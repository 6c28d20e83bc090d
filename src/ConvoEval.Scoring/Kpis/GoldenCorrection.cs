using ConvoEval.Domain.Golden;
using ConvoEval.Statistics.Joint;
using ConvoEval.Statistics.JudgeCorrection;

namespace ConvoEval.Scoring.Kpis;

/// <summary>The share of good responses by what a golden set says of the judge's errors.</summary>
internal static class GoldenCorrection
{
    /// <summary>
    /// Level of the test whether golden and live errors differ (Holm over sensitivity and specificity).
    /// </summary>
    private const double TransportLevel = 0.05;

    /// <summary>
    /// Rogan–Gladen with the Lang–Reiczigel interval on effective counts, sample over design effect; the posterior on a
    /// grid where that collapses. Null when the golden set lacks good or bad responses, or the judge is no better than
    /// chance.
    /// </summary>
    public static CorrectedShare? Of(JudgeLicence licence, Sample sample, double designEffect, double level)
    {
        var golden = CountsOf(licence);
        if (JudgeCalibration.FromCounts(golden.TruePositives, golden.Positives, golden.TrueNegatives, golden.Negatives)
            is not { } calibration)
            return null;
        var rate = CorrectedRate.Estimate(sample.Part / designEffect, sample.Whole / designEffect, calibration, level);
        if (rate is not { Value: { } value })
            return null;
        return new CorrectedShare(
            value,
            rate.Interval,
            rate.Method == CorrectionMethod.Bayes ? "bayes_grid" : "lang_reiczigel",
            rate.IsDegenerate || rate.ContradictsCalibration
                ? ["assumes_transport", "transport_doubtful"]
                : ["assumes_transport"]);
    }

    /// <summary>
    /// Whether the judge surely errs on reviewed live responses otherwise than on golden ones; null when it cannot be
    /// checked. Unevenly drawn reviews keep sensitivity and specificity only when weighted, so they are not checked.
    /// </summary>
    public static bool? IsTransportRejected(JudgeLicence? licence, ReviewTable reviews, double level)
    {
        if (licence is null || reviews.Usable.Count == 0 || !reviews.IsEvenlyDrawn)
            return null;
        var live = new GoldenCounts(
            reviews.GoodPassed,
            reviews.GoodPassed + reviews.GoodFailed,
            reviews.BadFailed,
            reviews.BadPassed + reviews.BadFailed);
        return TransportCheck.Compare(CountsOf(licence), live, level).IsRejected(TransportLevel);
    }

    private static GoldenCounts CountsOf(JudgeLicence licence) => new(
        licence.GoodPassed,
        licence.GoodPassed + licence.GoodFailed,
        licence.BadFailed,
        licence.BadPassed + licence.BadFailed);
}
