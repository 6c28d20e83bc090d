using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>
/// The true rate behind a judged rate, θ = (p + sp − 1)/(se + sp − 1) (Rogan and Gladen 1978). It stands on transport:
/// the judge must err on live items as it does on golden ones.
/// </summary>
public static class RoganGladen
{
    /// <summary>
    /// The unclipped estimate: outside 0…1 when the judged rate contradicts the calibration. Null when J is not above
    /// 0. O(1).
    /// </summary>
    public static double? Estimate(double judgedShare, JudgeCalibration calibration)
    {
        Require.Probability(judgedShare);
        return calibration.Youden > 0 ? (judgedShare + calibration.Specificity - 1) / calibration.Youden : null;
    }

    /// <summary>
    /// Standard error of the unclipped estimate by the delta method:
    /// √(p(1−p)/n + θ²se(1−se)/P + (1−θ)²sp(1−sp)/N)/J. Null when J is not above 0 or nothing was judged; 0 for a
    /// faultless judge and a judged rate of 0 or 1, so no interval should rest on it alone. O(1).
    /// </summary>
    public static double? StandardError(double judgedShare, double judged, JudgeCalibration calibration)
    {
        Require.NotNegative(judged);
        if (Estimate(judgedShare, calibration) is not { } rate || judged == 0)
            return null;
        return Math.Sqrt(judgedShare * (1 - judgedShare) / judged
            + rate * rate * calibration.Sensitivity * (1 - calibration.Sensitivity) / calibration.Positives
            + (1 - rate) * (1 - rate) * calibration.Specificity * (1 - calibration.Specificity) / calibration.Negatives)
            / calibration.Youden;
    }

    /// <summary>
    /// The normal interval of the delta method, unclipped; null when the standard error is null or 0.
    /// </summary>
    public static Interval? DeltaInterval(double judgedShare, double judged, JudgeCalibration calibration, double level)
    {
        double z = StandardNormal.TwoSided(level);
        if (Estimate(judgedShare, calibration) is not { } rate
            || StandardError(judgedShare, judged, calibration) is not { } error)
            return null;
        return Interval.Around(rate, z * error);
    }
}
