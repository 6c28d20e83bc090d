using System;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Inclusion probabilities for a sample of fixed size: a uniform share plus a share in proportion to how much a review would tell
/// (active sampling after Zrnic and Candès 2024, with the floor that keeps the weights bounded).
/// </summary>
internal static class InclusionProbabilities
{
    /// <summary>
    /// Probabilities that add up to <paramref name="count"/>. With the same score everywhere, or a uniform share of 1, all are
    /// count/n. O(n) a step of a bisection of at most 200.
    /// </summary>
    public static double[] Of(ReadOnlySpan<double?> scores, int count, double uniformShare, double floor)
    {
        var n = scores.Length;
        var probabilities = new double[n];
        if (count >= n)
        {
            Array.Fill(probabilities, 1);
            return probabilities;
        }

        double uniform = (double)count / n;
        double interest = 0;
        foreach (var score in scores)
            interest += Interest(score);
        if (uniformShare == 1 || interest == 0)
        {
            Array.Fill(probabilities, uniform);
            return probabilities;
        }

        var sizes = new double[n];
        for (var i = 0; i < n; i++)
            sizes[i] = uniformShare * uniform + (1 - uniformShare) * count * Interest(scores[i]) / interest;
        Solve(sizes, count, Math.Min(floor, uniformShare * uniform), probabilities);
        return probabilities;
    }

    /// <summary>
    /// How much a review tells, from 0 to 1: the judge's own uncertainty 2·√(f(1−f)), or how sure it is of a bad response, whichever
    /// is more. A response without a score lies in the middle.
    /// </summary>
    public static double Interest(double? score) =>
        score is { } f ? Math.Max(2 * Math.Sqrt(f * (1 - f)), 1 - f) : 0.5;

    /// <summary>Scales sizes, kept between floor and 1, until they add up to the count.</summary>
    private static void Solve(double[] sizes, int count, double floor, double[] probabilities)
    {
        double low = 0;
        double high = 1;
        while (Sum(sizes, high, floor) < count)
            high *= 2;
        for (var step = 0; step < 200 && low < high; step++)
        {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high)
                break;
            if (Sum(sizes, middle, floor) < count)
                low = middle;
            else
                high = middle;
        }

        for (var i = 0; i < sizes.Length; i++)
            probabilities[i] = Math.Clamp(high * sizes[i], floor, 1);
    }

    private static double Sum(double[] sizes, double scale, double floor)
    {
        double sum = 0;
        foreach (var size in sizes)
            sum += Math.Clamp(scale * size, floor, 1);
        return sum;
    }
}
