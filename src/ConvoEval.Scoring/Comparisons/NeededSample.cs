using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Power;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>How many conversations would decide an open comparison.</summary>
internal static class NeededSample
{
    private const double Power = 0.8;

    /// <summary>Nobody waits for more.</summary>
    private const long Silly = 1_000_000;

    /// <summary>
    /// Conversations per version (or pairs) that find the observed difference, or show that it is inside the margin,
    /// with a chance of 80 %, whichever is cheaper. The variance is read back from the width of the interval, so that
    /// pairing and repeated users are in it. Null when there is no interval, or a million would not do.
    /// </summary>
    /// <param name="difference">What was measured.</param>
    /// <param name="oriented">Its value, turned so that up is good.</param>
    /// <param name="margin">Margin; null = none.</param>
    /// <param name="minimum">Fewest scored units for a verdict.</param>
    /// <param name="level">Confidence level.</param>
    public static long? PerVersion(Difference difference, double oriented, double? margin, int minimum, double level)
    {
        if (difference.Interval is not { Width: > 0 } interval)
            return null;
        double target = Math.Max(Math.Abs(oriented), margin is { } m ? oriented + m : 0);
        if (target <= 0)
            return null;
        double error = interval.Width / 2 / StandardNormal.TwoSided(level);
        double perUnit = difference.Pairs > 0
            ? error * error * difference.Pairs
            : 2 * error * error / (1.0 / difference.ConversationsOld + 1.0 / difference.ConversationsNew);
        var needed = SampleSize.Questions(perUnit, 0, 0, 1, 1, target, 1 - level, Power);
        return needed is { } n && Math.Max(n, minimum) <= Silly ? Math.Max(n, minimum) : null;
    }
}
