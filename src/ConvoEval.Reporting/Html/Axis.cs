using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Reporting.Html;

/// <summary>A scale from round number to round number, with places for its ticks.</summary>
internal sealed class Axis
{
    private Axis(double low, double high, double step, double left, double right)
    {
        (Low, High, Left, Right) = (low, high, left, right);
        var count = (int)Math.Round((high - low) / step);
        // Multiplying, not adding up: 0.1 + 0.1 + 0.1 would be no round number.
        Ticks = [.. Enumerable.Range(0, count + 1).Select(index => Math.Round((low / step) + index) * step)];
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>Coordinate of <see cref="Low"/>.</summary>
    public double Left { get; }

    /// <summary>Coordinate of <see cref="High"/>.</summary>
    public double Right { get; }

    /// <summary>Round values from low to high.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>
    /// An axis that holds all values with some air. Shares stay within 0 and 1, and what has no negative values starts no lower than 0.
    /// </summary>
    public static Axis Around(KpiUnit unit, IReadOnlyCollection<double> values, double left, double right)
    {
        var low = values.Count == 0 ? 0 : values.Min();
        var high = values.Count == 0 ? 1 : values.Max();
        var air = Math.Max((high - low) * 0.12, unit == KpiUnit.Share ? 0.01 : high == 0 ? 1 : Math.Abs(high) * 0.05);
        var floor = low >= 0 ? 0 : double.NegativeInfinity;
        var ceiling = unit == KpiUnit.Share && high <= 1 ? 1 : double.PositiveInfinity;
        return Round(Math.Max(low - air, floor), Math.Min(high + air, ceiling), left, right);
    }

    /// <summary>An axis with 0 inside, for differences.</summary>
    public static Axis AroundZero(IReadOnlyCollection<double> values, double left, double right)
    {
        var reach = Math.Max(values.Count == 0 ? 0 : values.Max(Math.Abs), 1e-6) * 1.1;
        return new Axis(-reach, reach, reach, left, right);
    }

    /// <summary>Coordinate of a value; values outside stop at the ends.</summary>
    public double At(double value) =>
        Left + ((Math.Clamp(value, Low, High) - Low) / (High - Low) * (Right - Left));

    private static Axis Round(double low, double high, double left, double right)
    {
        var rough = (high - low) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] rounds = [1, 2, 2.5, 5, 10];
        var step = rounds.Select(factor => factor * power).First(candidate => candidate >= rough * 0.999);
        // A hair of tolerance, so that 0.9 / 0.1 does not become one step more.
        var from = Math.Floor((low / step) + 1e-9) * step;
        var to = Math.Ceiling((high / step) - 1e-9) * step;
        return new Axis(from, to, step, left, right);
    }
}
