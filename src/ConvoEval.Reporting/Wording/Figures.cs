using System;
using System.Globalization;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Reporting.Wording;

/// <summary>
/// Numbers as people read them, the same in every culture: shares as percent, differences of shares as points, seconds and dollars
/// with the decimals that matter. A share is never rounded to 0 or 100 % unless it is exactly that. Blanks inside a number do not break.
/// </summary>
internal static class Figures
{
    private const char Blank = '\u00A0';
    private const char Minus = '\u2212';

    /// <summary>A count with thousands separators.</summary>
    public static string Count(long count) => Sign(count.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A count for programs.</summary>
    public static string Plain(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count and its noun, which takes an s unless the count is 1.</summary>
    public static string Count(long count, string noun) => Count(count) + Blank + (count == 1 ? noun : noun + "s");

    /// <summary>A value in its unit.</summary>
    public static string Value(KpiUnit unit, double value) => unit switch
    {
        KpiUnit.Share => Percent(value),
        _ => Amount(unit, value, Math.Abs(value)),
    };

    /// <summary>An interval in the unit of its ends.</summary>
    public static string Interval(KpiUnit unit, double low, double high) => unit switch
    {
        KpiUnit.Share => $"{Bare(low)}–{Percent(high)}",
        _ => $"{Amount(unit, low, Size(low, high))} to {Amount(unit, high, Size(low, high))}",
    };

    /// <summary>A difference with its sign; shares in percentage points.</summary>
    public static string Difference(KpiUnit unit, double difference)
    {
        return Plus(difference) + (unit == KpiUnit.Share ? Points(difference) + Blank + "points" : Value(unit, difference));
    }

    /// <summary>Interval of a difference.</summary>
    public static string DifferenceInterval(KpiUnit unit, double low, double high) => unit == KpiUnit.Share
        ? $"{Signed(low)} to {Signed(high)}{Blank}points"
        : $"{Plus(low)}{Amount(unit, low, Size(low, high))} to {Plus(high)}{Amount(unit, high, Size(low, high))}";

    /// <summary>A fraction from 0 to 1 as percent.</summary>
    public static string Percent(double share) => Bare(share) + Blank + "%";

    /// <summary>A number that is a percentage already, with one decimal.</summary>
    public static string Hundredths(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + Blank + "%";

    /// <summary>Part of a whole: "18 of 25 (72.0 %)"; "none of 0" has no share.</summary>
    public static string Of(long part, long whole) => whole == 0
        ? $"{Count(part)} of 0"
        : $"{Count(part)} of {Count(whole)} ({Percent((double)part / whole)})";

    /// <summary>A confidence level: "95 %".</summary>
    public static string Level(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + Blank + "%";

    /// <summary>A p-value.</summary>
    public static string PValue(double p) => p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A day: 2026-03-11.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Width of an interval of shares in points.</summary>
    public static string Width(double low, double high) =>
        ((high - low) * 100).ToString("0", CultureInfo.InvariantCulture) + Blank + "points";

    /// <summary>A coordinate of a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Bare(double share)
    {
        var percent = share * 100;
        var text = percent.ToString("0.0", CultureInfo.InvariantCulture);
        if (text == "0.0" && percent > 0)
            return percent < 0.01 ? "<" + Blank + "0.01" : percent.ToString("0.00", CultureInfo.InvariantCulture);
        if (text == "100.0" && percent < 100)
            return percent > 99.99 ? ">" + Blank + "99.99" : percent.ToString("0.00", CultureInfo.InvariantCulture);
        return Sign(text == "-0.0" ? "0.0" : text);
    }

    private static string Points(double difference)
    {
        var text = (difference * 100).ToString("0.0", CultureInfo.InvariantCulture);
        if (text is "0.0" or "-0.0" && difference != 0)
            text = (difference * 100).ToString("0.00", CultureInfo.InvariantCulture);
        return Sign(text is "-0.0" or "-0.00" ? text[1..] : text);
    }

    private static string Signed(double difference) => Plus(difference) + Points(difference);

    private static string Plus(double difference) => difference > 0 ? "+" : "";

    private static double Size(double low, double high) => Math.Max(Math.Abs(low), Math.Abs(high));

    /// <summary>Seconds or dollars with the decimals that fit a size, so that both ends of an interval have the same.</summary>
    private static string Amount(KpiUnit unit, double value, double size) =>
        unit == KpiUnit.Seconds ? Seconds(value, size) : Dollars(value, size);

    private static string Seconds(double seconds, double scale)
    {
        var size = Math.Abs(seconds);
        if (size < 59.95)
        {
            var format = scale < 10 ? "0.00" : scale < 59.95 ? "0.0" : "0";
            return Sign(seconds.ToString(format, CultureInfo.InvariantCulture)) + Blank + "s";
        }

        var whole = (long)Math.Round(size, MidpointRounding.AwayFromZero);
        var text = whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60}{Blank}min{Blank}{whole % 60:00}{Blank}s")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}{Blank}h{Blank}{whole % 3600 / 60:00}{Blank}min");
        return seconds < 0 ? Minus + text : text;
    }

    private static string Dollars(double dollars, double scale)
    {
        var size = Math.Abs(dollars);
        var format = scale is > 0 and < 0.01 ? "0.0000##" : scale < 1 ? "0.00#" : "#,##0.00";
        var text = "$" + size.ToString(format, CultureInfo.InvariantCulture);
        // A line may break between minus and dollar sign, but not around this blank.
        return dollars < 0 ? Minus.ToString() + Blank + text : text;
    }

    private static string Sign(string text) => text.Replace('-', Minus);
}
