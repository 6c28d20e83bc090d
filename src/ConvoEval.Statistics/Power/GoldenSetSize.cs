using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Power;

/// <summary>Golden items needed per class: good ones for sensitivity, bad ones for specificity.</summary>
public static class GoldenSetSize
{
    /// <summary>
    /// Fewest items of a class with which at most <paramref name="errors"/> errors of the judge prove a rate of at
    /// least
    /// <paramref name="claim"/>, one-sided level <paramref name="alpha"/> (Clopper–Pearson). Doubling, then bisection.
    /// </summary>
    public static long ForClaim(long errors, double claim, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(errors);
        Require.Level(claim);
        Require.Level(alpha);
        long high = errors + 1;
        while (!Proves(high))
            high = checked(high * 2);
        long low = errors;
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (Proves(middle))
                high = middle;
            else
                low = middle;
        }

        return high;

        // So many hits would be this unlikely if the rate were only the claim.
        bool Proves(long items) => Binomial.AtLeast(items - errors, items, claim) <= alpha;
    }

    /// <summary>
    /// Fewest items whose Wilson interval is at most ±<paramref name="halfWidth"/> when the judge is right on a share
    /// <paramref name="rate"/> of them, rounded to whole items (half to even). O(answer).
    /// </summary>
    public static long ForHalfWidth(double rate, double halfWidth, double level)
    {
        Require.Probability(rate);
        Require.Level(halfWidth);
        Require.Level(level);
        long items = 2;
        while (Proportion.Wilson(Math.Round(rate * items, MidpointRounding.ToEven), items, level) is { } interval
            && interval.Width / 2 > halfWidth)
            items++;
        return items;
    }
}
