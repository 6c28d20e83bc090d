using System;

namespace ConvoEval.Statistics;

/// <summary>
/// A closed interval with finite ends, <see cref="Low"/> not above <see cref="High"/>. An interval that does not exist
/// is a null <c>Interval?</c>, never one with ends that are no numbers.
/// </summary>
public readonly record struct Interval
{
    /// <summary>Makes an interval; throws when an end is not finite or the ends are in the wrong order.</summary>
    public Interval(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
            throw new ArgumentException(FormattableString.Invariant(
                $"An interval needs finite ends in order, found low {low} and high {high}."));
        Low = low;
        High = high;
    }

    /// <summary>Lower end.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }

    /// <summary>Upper minus lower end.</summary>
    public double Width => High - Low;

    /// <summary>Whether the value lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Both ends moved into the range from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public Interval ClipTo(double low, double high) => new(Math.Clamp(Low, low, high), Math.Clamp(High, low, high));

    /// <summary>
    /// The interval of <c>a + b·x</c> for x in this interval; the ends change places when b is negative.
    /// </summary>
    public Interval Mapped(double a, double b) =>
        b >= 0 ? new Interval(a + b * Low, a + b * High) : new Interval(a + b * High, a + b * Low);

    /// <summary>
    /// The interval around a centre; null when the half-width is 0, because certainty is never a finding.
    /// </summary>
    internal static Interval? Around(double centre, double halfWidth) =>
        halfWidth > 0 ? new Interval(centre - halfWidth, centre + halfWidth) : null;
}
