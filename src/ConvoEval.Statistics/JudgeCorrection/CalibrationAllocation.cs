using System;

namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>How to split a budget of golden items between good and bad ones.</summary>
/// <param name="Positives">Good items.</param>
/// <param name="Negatives">Bad items.</param>
public readonly record struct CalibrationAllocation(long Positives, long Negatives)
{
    /// <summary>
    /// The rule of Lee et al. (2025, arXiv:2511.21140): positives = m/(1 + (1/p − 1)√κ) with κ = (1−sp)/(1−se) of a
    /// pilot, shrunk by one error per class, and at least the pilot size on each side. O(1).
    /// </summary>
    /// <param name="items">Items to spread, at least twice the pilot.</param>
    /// <param name="judgedShare">Share the judge passes live, 0…1.</param>
    /// <param name="sensitivity">Pilot sensitivity.</param>
    /// <param name="specificity">Pilot specificity.</param>
    /// <param name="pilotPerClass">Pilot items per class; 0 = rates taken as known.</param>
    public static CalibrationAllocation Lee(
        long items,
        double judgedShare,
        double sensitivity,
        double specificity,
        long pilotPerClass)
    {
        Require.Probability(judgedShare);
        Require.Probability(sensitivity);
        Require.Probability(specificity);
        ArgumentOutOfRangeException.ThrowIfNegative(pilotPerClass);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 2 * pilotPerClass);
        double ratio = pilotPerClass > 0
            ? (pilotPerClass * (1 - specificity) + 1) / (pilotPerClass * (1 - sensitivity) + 1)
            : (1 - specificity) / (1 - Math.Min(sensitivity, 1 - 1e-6));
        double positives = judgedShare == 0 ? 0 : items / (1 + (1 / judgedShare - 1) * Math.Sqrt(ratio));
        long rounded = (long)Math.Round(Math.Min(items - pilotPerClass, positives), MidpointRounding.ToEven);
        rounded = Math.Max(pilotPerClass, rounded);
        return new CalibrationAllocation(rounded, items - rounded);
    }

    /// <summary>
    /// Neyman's (1934) share of good items, θ√(se(1−se)) : (1−θ)√(sp(1−sp)). One half when neither class has any
    /// variance to spend items on. O(1).
    /// </summary>
    public static double NeymanPositiveShare(double rate, double sensitivity, double specificity)
    {
        Require.Probability(rate);
        Require.Probability(sensitivity);
        Require.Probability(specificity);
        double positives = rate * Math.Sqrt(sensitivity * (1 - sensitivity));
        double negatives = (1 - rate) * Math.Sqrt(specificity * (1 - specificity));
        return positives + negatives == 0 ? 0.5 : positives / (positives + negatives);
    }
}
