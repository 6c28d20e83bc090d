using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>
/// Interval for a true rate when sensitivity and specificity are estimated (Lang and Reiczigel 2014, Prev Vet Med
/// 113:13; formula as in CRAN asht::prevSeSp, whose note corrects (1+P)² to (1−P)²).
/// </summary>
public static class LangReiczigel
{
    /// <summary>
    /// The interval before clipping to 0…1. Null when nothing was judged or the judge, shrunk by one error and one hit
    /// per class, has no J above 0. <paramref name="judged"/> may be an effective number. O(1).
    /// </summary>
    public static Interval? Unclipped(double judgedShare, double judged, JudgeCalibration calibration, double level)
    {
        Require.Probability(judgedShare);
        Require.NotNegative(judged);
        double z = StandardNormal.TwoSided(level);
        if (judged == 0)
            return null;
        double n = judged + z * z;
        double p = (judged * judgedShare + z * z / 2) / n;
        double positives = calibration.Positives + 2;
        double negatives = calibration.Negatives + 2;
        double sensitivity = (calibration.Positives * calibration.Sensitivity + 1) / positives;
        double specificity = (calibration.Negatives * calibration.Specificity + 1) / negatives;
        double youden = sensitivity + specificity - 1;
        if (youden <= 0)
            return null;
        double rate = (p + specificity - 1) / youden;
        double fromSensitivity = sensitivity * (1 - sensitivity) / positives;
        double fromSpecificity = specificity * (1 - specificity) / negatives;
        double shift = 2 * z * z * (rate * fromSensitivity - (1 - rate) * fromSpecificity);
        double error = Math.Sqrt(
            p * (1 - p) / n + rate * rate * fromSensitivity + (1 - rate) * (1 - rate) * fromSpecificity) / youden;
        return new Interval(rate + shift - z * error, rate + shift + z * error);
    }

    /// <summary>
    /// The interval clipped to 0…1. It collapses to one point when the judged rate contradicts the calibration
    /// (below 1 − sp or above se): <see cref="CorrectedRate"/> notices that, callers of this method must.
    /// </summary>
    public static Interval? Clipped(double judgedShare, double judged, JudgeCalibration calibration, double level) =>
        Unclipped(judgedShare, judged, calibration, level)?.ClipTo(0, 1);
}
