using System;
using System.Runtime.CompilerServices;

namespace ConvoEval.Statistics;

/// <summary>Checks of arguments whose messages name the place and what was found.</summary>
internal static class Require
{
    public static double Level(double level, [CallerArgumentExpression(nameof(level))] string? name = null) =>
        level is > 0 and < 1 ? level : throw Range(name, level, "a number above 0 and below 1");

    public static void Probability(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is not (>= 0 and <= 1))
            throw Range(name, value, "a probability from 0 to 1");
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value) || value <= 0)
            throw Range(name, value, "a finite number above 0");
    }

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value) || value < 0)
            throw Range(name, value, "a finite number, 0 or above");
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
            throw Range(name, value, "a finite number");
    }

    /// <summary>Successes among trials, both 0 or above and whole or effective.</summary>
    public static void Counts(
        double successes,
        double trials,
        [CallerArgumentExpression(nameof(successes))] string? name = null)
    {
        NotNegative(trials, nameof(trials));
        NotNegative(successes, name);
        if (successes > trials)
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"Found {successes} successes among {trials} trials."));
    }

    public static void Finite(
        ReadOnlySpan<double> values,
        [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(
                    FormattableString.Invariant($"Value {i} is {values[i]}; expected finite numbers."), name);
        }
    }

    public static void SameLength(int first, int second, string what)
    {
        if (first != second)
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected one {what} per value, found {first} values and {second}."));
    }

    private static ArgumentOutOfRangeException Range(string? name, double found, string expected) =>
        new(name, FormattableString.Invariant($"Expected {expected}, found {found}."));
}
