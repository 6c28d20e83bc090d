using System;

namespace ConvoEval.Statistics.Comparison;

/// <summary>Compares intervals, never points, with thresholds.</summary>
public static class TrafficLightRule
{
    /// <summary>
    /// Green from <paramref name="green"/> upwards, red below <paramref name="red"/>; green must not be below red.
    /// O(1).
    /// </summary>
    public static TrafficLight HigherIsBetter(Interval interval, double green, double red)
    {
        Require.Finite(green);
        Require.Finite(red);
        if (green < red)
            throw new ArgumentException(FormattableString.Invariant(
                $"Where higher is better, green ({green}) must not lie below red ({red})."), nameof(green));
        if (interval.Low >= green)
            return TrafficLight.Green;
        if (interval.High < red)
            return TrafficLight.Red;
        if (interval.Low < red)
            return interval.High >= green ? TrafficLight.Unsure : TrafficLight.YellowOrRed;
        return interval.High >= green ? TrafficLight.YellowOrGreen : TrafficLight.Yellow;
    }

    /// <summary>
    /// Green up to <paramref name="green"/>, red above <paramref name="red"/>; green must not be above red. O(1).
    /// </summary>
    public static TrafficLight LowerIsBetter(Interval interval, double green, double red) =>
        HigherIsBetter(interval.Mapped(0, -1), -green, -red);
}
