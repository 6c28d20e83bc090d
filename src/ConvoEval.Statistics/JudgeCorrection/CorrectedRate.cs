using System;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>
/// A judged pass rate corrected by golden-set sensitivity and specificity, with all that is needed to doubt it. It
/// assumes transport and ignores that judged items may be clustered unless effective counts are given.
/// </summary>
public sealed record CorrectedRate
{
    /// <summary>
    /// Share of the Lang–Reiczigel interval that must lie in 0…1. What is left of one that points elsewhere is narrow
    /// by clipping, not by knowledge (own rule; in simulation it lifts coverage near the ceiling from .97 to .98).
    /// </summary>
    private const double LeastShareInside = 0.25;

    /// <summary>Share the judge passed.</summary>
    public required double JudgedShare { get; init; }

    /// <summary>Wilson interval of the judged share: right for the share, wrong for the truth.</summary>
    public required Interval JudgedInterval { get; init; }

    /// <summary>J of the judge.</summary>
    public required double Youden { get; init; }

    /// <summary>Square-and-add interval of J.</summary>
    public required Interval YoudenInterval { get; init; }

    /// <summary>Rogan–Gladen before clipping; null when J is not above 0.</summary>
    public double? Unclipped { get; init; }

    /// <summary>The corrected rate, 0…1; null when J is not above 0.</summary>
    public double? Value { get; init; }

    /// <summary>Its interval, of a width above 0 and holding <see cref="Value"/>; null with it.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Where value and interval come from.</summary>
    public required CorrectionMethod Method { get; init; }

    /// <summary>
    /// The Lang–Reiczigel interval was one point, nearly so, or none, so the value is the posterior mean and the
    /// interval the posterior's, reaching to 0 or 1 where the clipped interval did. Such a judged rate is also evidence
    /// that golden sensitivity and specificity do not hold live.
    /// </summary>
    public bool IsDegenerate { get; init; }

    /// <summary>The judged share lies below 1 − sp or above se: raise a transport warning.</summary>
    public bool ContradictsCalibration { get; init; }

    /// <summary>
    /// 1/J²: how many times more labels the judge needs than a faultless one; null when J is not above 0.
    /// </summary>
    public double? VarianceInflation { get; init; }

    /// <summary>
    /// Corrects <paramref name="passed"/> of <paramref name="judged"/>, whole or effective numbers. Null when nothing
    /// was judged. O(1), or about 0.1 s for the posterior of a degenerate case.
    /// </summary>
    public static CorrectedRate? Estimate(double passed, double judged, JudgeCalibration calibration, double level)
    {
        if (Proportion.Wilson(passed, judged, level) is not { } judgedInterval)
            return null;
        double share = passed / judged;
        double youden = calibration.Youden;
        var result = new CorrectedRate
        {
            JudgedShare = share,
            JudgedInterval = judgedInterval,
            Youden = youden,
            YoudenInterval = IntervalOfYouden(calibration, level),
            Method = CorrectionMethod.None,
            ContradictsCalibration = share < 1 - calibration.Specificity || share > calibration.Sensitivity,
        };
        if (RoganGladen.Estimate(share, calibration) is not { } rate)
            return result;
        result = result with { Unclipped = rate, VarianceInflation = 1 / (youden * youden) };
        Interval? unclipped = LangReiczigel.Unclipped(share, judged, calibration, level);
        if (unclipped?.ClipTo(0, 1) is not { } usable || usable.Width < LeastShareInside * unclipped.Value.Width)
        {
            RatePosterior posterior = RatePosterior.Of(passed, judged, calibration);
            Interval credible = posterior.Interval(level);
            // A posterior never reaches 0 or 1, a true rate can: keep the end to which the clipped interval pointed.
            Interval cut = unclipped?.ClipTo(0, 1) ?? credible;
            return result with
            {
                Value = posterior.Mean,
                Interval = new Interval(Math.Min(cut.Low, credible.Low), Math.Max(cut.High, credible.High)),
                Method = CorrectionMethod.Bayes,
                IsDegenerate = true,
            };
        }

        double value = Math.Clamp(rate, 0, 1);
        return result with
        {
            Value = value,
            // The shrunken interval can leave out an estimate at the edge; a value lies inside its interval.
            Interval = new Interval(Math.Min(usable.Low, value), Math.Max(usable.High, value)),
            Method = CorrectionMethod.LangReiczigel,
        };
    }

    private static Interval IntervalOfYouden(JudgeCalibration calibration, double level)
    {
        double falsePositives = calibration.Negatives * (1 - calibration.Specificity);
        // Both classes are not empty by construction of the calibration, so the interval exists.
        return ProportionDifference.Newcombe(
            calibration.Sensitivity * calibration.Positives,
            calibration.Positives,
            falsePositives,
            calibration.Negatives,
            level)!.Value;
    }
}
