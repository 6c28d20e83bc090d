using System;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>A mean of values drawn with unequal, known probabilities and nothing else known (Hájek 1971).</summary>
/// <param name="Value">Σ(y/π)/Σ(1/π).</param>
/// <param name="StandardError">Linearised standard error; null for one value, 0 when all values are equal.</param>
/// <param name="Interval">t interval; null when the standard error is null or 0.</param>
/// <param name="EffectiveCount">Kish's (1965) (Σw)²/Σw²: equally weighted values that would be worth the same.</param>
public readonly record struct InverseProbabilityMean(
    double Value,
    double? StandardError,
    Interval? Interval,
    double EffectiveCount)
{
    /// <summary>
    /// Weighted mean with SE² = n/(n−1)·Σw²(y−ȳ)²/(Σw)², w = 1/π, and t with n−1 degrees of freedom. Null without
    /// values. Throws for probabilities outside (0, 1] and values that are not finite. O(n).
    /// </summary>
    public static InverseProbabilityMean? Estimate(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> probabilities,
        double level)
    {
        Require.SameLength(values.Length, probabilities.Length, "probability");
        Require.Finite(values);
        Require.Level(level);
        int n = values.Length;
        if (n == 0)
            return null;
        var weights = default(CompensatedSum);
        var squares = default(CompensatedSum);
        var total = default(CompensatedSum);
        for (int i = 0; i < n; i++)
        {
            if (probabilities[i] is not (> 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Probability {i} is {probabilities[i]}; expected above 0 and at most 1."), nameof(probabilities));
            double weight = 1 / probabilities[i];
            weights.Add(weight);
            squares.Add(weight * weight);
            total.Add(weight * values[i]);
        }

        double effective = weights.Value * weights.Value / squares.Value;
        if (!values.ContainsAnyExcept(values[0]))
            return new InverseProbabilityMean(values[0], n == 1 ? null : 0, null, effective);
        double mean = total.Value / weights.Value;
        var spread = default(CompensatedSum);
        for (int i = 0; i < n; i++)
        {
            double gap = (values[i] - mean) / probabilities[i];
            spread.Add(gap * gap);
        }

        double error = Math.Sqrt(spread.Value * n / (n - 1)) / weights.Value;
        return new InverseProbabilityMean(
            mean, error, Statistics.Interval.Around(mean, StudentT.TwoSided(level, n - 1) * error), effective);
    }
}
