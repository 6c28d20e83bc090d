using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Proportions;

/// <summary>
/// Intervals for one rate. Every method returns null without trials (undefined is not 0 %), throws when successes
/// exceed trials, and takes whole or effective (design-corrected) counts. O(1) up to the quantile search.
/// </summary>
public static class Proportion
{
    /// <summary>
    /// Wilson (1927) score interval; the default of the house. Exactly 0 at no success and exactly 1 at only
    /// successes; never of zero width.
    /// </summary>
    public static Interval? Wilson(double successes, double trials, double level)
    {
        Require.Counts(successes, trials);
        double z = StandardNormal.TwoSided(level);
        if (trials == 0)
            return null;
        Interval scored = Score(successes / trials, trials, z);
        return new Interval(
            successes == 0 ? 0 : Math.Max(0, scored.Low),
            successes == trials ? 1 : Math.Min(1, scored.High));
    }

    /// <summary>
    /// Clopper and Pearson (1934): inverted binomial tests by beta quantiles; covers at least the level, hence wide.
    /// For tiny samples and audits.
    /// </summary>
    public static Interval? ClopperPearson(double successes, double trials, double level)
    {
        Require.Counts(successes, trials);
        Require.Level(level);
        if (trials == 0)
            return null;
        double tail = (1 - level) / 2;
        double failures = trials - successes;
        return new Interval(
            successes == 0 ? 0 : BetaDistribution.Quantile(tail, successes, failures + 1),
            failures == 0 ? 1 : BetaDistribution.UpperQuantile(tail, successes + 1, failures));
    }

    /// <summary>
    /// Equal-tailed posterior interval under Jeffreys' prior Beta(½, ½) with the ends set to 0 and 1 at no success and
    /// only successes (Brown, Cai and DasGupta 2001).
    /// </summary>
    public static Interval? Jeffreys(double successes, double trials, double level)
    {
        Require.Counts(successes, trials);
        Require.Level(level);
        if (trials == 0)
            return null;
        double tail = (1 - level) / 2;
        double failures = trials - successes;
        return new Interval(
            successes == 0 ? 0 : BetaDistribution.Quantile(tail, successes + 0.5, failures + 0.5),
            failures == 0 ? 1 : BetaDistribution.UpperQuantile(tail, successes + 0.5, failures + 0.5));
    }

    /// <summary>
    /// Agresti and Coull (1998): z²/2 successes and failures added. As published the ends can leave 0…1; clip for
    /// display.
    /// </summary>
    public static Interval? AgrestiCoull(double successes, double trials, double level)
    {
        Require.Counts(successes, trials);
        double z = StandardNormal.TwoSided(level);
        if (trials == 0)
            return null;
        double enlarged = trials + z * z;
        double centre = (successes + z * z / 2) / enlarged;
        double half = z * Math.Sqrt(centre * (1 - centre) / enlarged);
        return new Interval(centre - half, centre + half);
    }

    /// <summary>
    /// Wilson's formula at an estimated share with an effective number of trials n/deff, whole or not: for clustered
    /// data, where the share and the number come from different places. Null for 0 trials.
    /// </summary>
    public static Interval? WilsonEffective(double share, double effectiveTrials, double level)
    {
        Require.Probability(share);
        Require.NotNegative(effectiveTrials);
        double z = StandardNormal.TwoSided(level);
        return effectiveTrials == 0 ? null : Score(share, effectiveTrials, z).ClipTo(0, 1);
    }

    private static Interval Score(double share, double trials, double z)
    {
        double square = z * z;
        double denominator = 1 + square / trials;
        double centre = (share + square / (2 * trials)) / denominator;
        double half = z * Math.Sqrt(share * (1 - share) / trials + square / (4 * trials * trials)) / denominator;
        return new Interval(centre - half, centre + half);
    }
}
