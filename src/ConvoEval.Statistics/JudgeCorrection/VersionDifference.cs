using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>First minus second of two corrected rates.</summary>
/// <param name="Difference">Difference of true rates, unclipped.</param>
/// <param name="StandardError">Its standard error by the delta method.</param>
/// <param name="Interval">Normal interval; null when the standard error is 0.</param>
public readonly record struct VersionDifference(double Difference, double StandardError, Interval? Interval)
{
    /// <summary>
    /// One judge with the same sensitivity and specificity on both versions: the offset cancels, the slope 1/J does
    /// not; (p₁−p₂)/J with variance [Σ pᵢ(1−pᵢ)/nᵢ + Δ²(Var se + Var sp)]/J². Null when nothing was judged on a side or
    /// J is not above 0. O(1).
    /// </summary>
    public static VersionDifference? WithSharedCalibration(
        double firstPassed,
        double firstJudged,
        double secondPassed,
        double secondJudged,
        JudgeCalibration calibration,
        double level)
    {
        Require.Counts(firstPassed, firstJudged);
        Require.Counts(secondPassed, secondJudged);
        double z = StandardNormal.TwoSided(level);
        double youden = calibration.Youden;
        if (firstJudged == 0 || secondJudged == 0 || youden <= 0)
            return null;
        double p1 = firstPassed / firstJudged;
        double p2 = secondPassed / secondJudged;
        double difference = (p1 - p2) / youden;
        double sampling = p1 * (1 - p1) / firstJudged + p2 * (1 - p2) / secondJudged;
        double judging = calibration.Sensitivity * (1 - calibration.Sensitivity) / calibration.Positives
            + calibration.Specificity * (1 - calibration.Specificity) / calibration.Negatives;
        double error = Math.Sqrt(sampling + difference * difference * judging) / youden;
        return new VersionDifference(
            difference, error, Statistics.Interval.Around(difference, z * error));
    }

    /// <summary>
    /// Each version with its own calibration, as needed when the judge is more lenient to one of them: variances add.
    /// Null as for the shared calibration, for either judge. O(1).
    /// </summary>
    public static VersionDifference? WithSeparateCalibrations(
        double firstPassed,
        double firstJudged,
        JudgeCalibration firstCalibration,
        double secondPassed,
        double secondJudged,
        JudgeCalibration secondCalibration,
        double level)
    {
        Require.Counts(firstPassed, firstJudged);
        Require.Counts(secondPassed, secondJudged);
        double z = StandardNormal.TwoSided(level);
        if (firstJudged == 0 || secondJudged == 0)
            return null;
        double p1 = firstPassed / firstJudged;
        double p2 = secondPassed / secondJudged;
        if (RoganGladen.Estimate(p1, firstCalibration) is not { } first
            || RoganGladen.Estimate(p2, secondCalibration) is not { } second
            || RoganGladen.StandardError(p1, firstJudged, firstCalibration) is not { } firstError
            || RoganGladen.StandardError(p2, secondJudged, secondCalibration) is not { } secondError)
            return null;
        double error = double.Hypot(firstError, secondError);
        return new VersionDifference(
            first - second, error, Statistics.Interval.Around(first - second, z * error));
    }
}
