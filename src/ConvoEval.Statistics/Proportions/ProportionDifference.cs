using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Proportions;

/// <summary>
/// First minus second of two independent rates. Null without trials on either side; throws when successes exceed
/// trials. O(1).
/// </summary>
public static class ProportionDifference
{
    /// <summary>
    /// Square-and-add of two Wilson intervals (Newcombe 1998, Stat Med 17:873, method 10). Stays inside −1…1 and has no
    /// zero width.
    /// </summary>
    public static Interval? Newcombe(
        double firstSuccesses,
        double firstTrials,
        double secondSuccesses,
        double secondTrials,
        double level)
    {
        if (Proportion.Wilson(firstSuccesses, firstTrials, level) is not { } first
            || Proportion.Wilson(secondSuccesses, secondTrials, level) is not { } second)
            return null;
        double p1 = firstSuccesses / firstTrials;
        double p2 = secondSuccesses / secondTrials;
        double difference = p1 - p2;
        return new Interval(
            difference - double.Hypot(p1 - first.Low, second.High - p2),
            difference + double.Hypot(first.High - p1, p2 - second.Low));
    }

    /// <summary>
    /// One success and one failure added on each side, then the normal interval (Agresti and Caffo 2000). As published
    /// the ends can leave −1…1.
    /// </summary>
    public static Interval? AgrestiCaffo(
        double firstSuccesses,
        double firstTrials,
        double secondSuccesses,
        double secondTrials,
        double level)
    {
        Require.Counts(firstSuccesses, firstTrials);
        Require.Counts(secondSuccesses, secondTrials);
        double z = StandardNormal.TwoSided(level);
        if (firstTrials == 0 || secondTrials == 0)
            return null;
        double p1 = (firstSuccesses + 1) / (firstTrials + 2);
        double p2 = (secondSuccesses + 1) / (secondTrials + 2);
        double half = z * Math.Sqrt(p1 * (1 - p1) / (firstTrials + 2) + p2 * (1 - p2) / (secondTrials + 2));
        return new Interval(p1 - p2 - half, p1 - p2 + half);
    }

    /// <summary>
    /// z test with pooled variance for equal rates. Null without trials or when all outcomes on both sides are the
    /// same, because then there is no variance to judge by.
    /// </summary>
    public static SignificanceTest? PooledTest(
        double firstSuccesses,
        double firstTrials,
        double secondSuccesses,
        double secondTrials)
    {
        Require.Counts(firstSuccesses, firstTrials);
        Require.Counts(secondSuccesses, secondTrials);
        if (firstTrials == 0 || secondTrials == 0)
            return null;
        double pooled = (firstSuccesses + secondSuccesses) / (firstTrials + secondTrials);
        double error = Math.Sqrt(pooled * (1 - pooled) * (1 / firstTrials + 1 / secondTrials));
        if (error == 0)
            return null;
        double z = (firstSuccesses / firstTrials - secondSuccesses / secondTrials) / error;
        return new SignificanceTest(z, StandardNormal.TwoSidedP(z));
    }
}
