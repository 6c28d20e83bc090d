using System;
using System.Collections.Generic;

namespace ConvoEval.Inference.Fitting.Calibration;

/// <summary>
/// The cut that a new score stays at or below with a given probability, when it comes from the same source as the
/// held-out scores
/// (split conformal prediction; Vovk, Gammerman and Shafer 2005; Lei et al. 2018).
/// </summary>
internal static class ConformalQuantile
{
    /// <summary>
    /// The ceil((n + 1) · level)-th smallest score. With fewer than level / (1 - level) scores no finite cut keeps the
    /// promise; then
    /// it is the largest score. O(n log n).
    /// </summary>
    /// <param name="scores">Held-out scores, at least one.</param>
    /// <param name="level">Between 0 and 1.</param>
    public static double Of(IReadOnlyCollection<double> scores, double level)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scores.Count, nameof(scores));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        double[] sorted = [.. scores];
        Array.Sort(sorted);

        // A hair is taken off so that 0.95 · 20 asks for the 19th score and not, by rounding, for the 20th.
        var rank = (int)Math.Ceiling(((sorted.Length + 1) * level) - 1e-9);
        return sorted[Math.Min(rank, sorted.Length) - 1];
    }
}
