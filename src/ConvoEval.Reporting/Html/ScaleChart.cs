using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>
/// The interval of a KPI on a small scale with target zone and red line; the older version as a second, hollow mark below. All that
/// is drawn stands as words in the label, and the caller writes it beside the drawing.
/// </summary>
internal static class ScaleChart
{
    private const double Width = 320;
    private const double Top = 15;
    private const double Base = 54;
    private const double NewestAt = 27;
    private const double OlderAt = 43;

    /// <summary>Draws the KPI; nothing when there is no interval and no goal to draw.</summary>
    public static void Write(HtmlBuilder html, KpiReading kpi)
    {
        var definition = kpi.Definition;
        var values = new List<double?>
        {
            kpi.Newest?.Low, kpi.Newest?.High, kpi.Newest?.Value, kpi.Older?.Low, kpi.Older?.High, kpi.Older?.Value,
            definition.Target, definition.RedLine,
        }.OfType<double>().ToList();
        if (kpi.Newest?.Value is null && kpi.Older?.Value is null)
            return;

        var axis = Axis.Around(definition.Unit, values, 14, Width - 14);
        html.Open("svg", ("viewBox", $"0 0 {Width} 72"), ("class", "scale"), ("role", "img"), ("aria-label", Label(kpi)));
        DrawGoals(html, axis, definition);
        DrawTicks(html, axis, definition.Unit);
        if (kpi.Older is { Value: not null } older)
            DrawEstimate(html, axis, definition, older, OlderAt, isNewest: false);
        if (kpi.Newest is { Value: not null } newest)
            DrawEstimate(html, axis, definition, newest, NewestAt, isNewest: true);
        html.Close("svg");
    }

    private static void DrawGoals(HtmlBuilder html, Axis axis, KpiDefinition definition)
    {
        var isHigherBetter = definition.Direction == KpiDirection.HigherIsBetter;
        if (definition.Target is { } target)
        {
            var (from, to) = isHigherBetter ? (axis.At(target), axis.Right) : (axis.Left, axis.At(target));
            Rectangle(html, "zone", from, Top, to - from, Base - Top);
            Line(html, "target", axis.At(target), Top - 3, axis.At(target), Base);
            Text(html, isHigherBetter ? "start" : "end", axis.At(target) + (isHigherBetter ? 3 : -3), 10, "target", "goal");
        }

        if (definition.RedLine is { } red)
        {
            Line(html, "red", axis.At(red), Top - 3, axis.At(red), Base);
            Text(html, isHigherBetter ? "end" : "start", axis.At(red) + (isHigherBetter ? -3 : 3), 10, "red line", "goal");
        }
    }

    private static void DrawTicks(HtmlBuilder html, Axis axis, KpiUnit unit)
    {
        Line(html, "axis", axis.Left, Base, axis.Right, Base);
        for (var i = 0; i < axis.Ticks.Count; i++)
        {
            var at = axis.At(axis.Ticks[i]);
            Line(html, "axis", at, Base, at, Base + 3);
            var anchor = i == 0 ? "start" : i == axis.Ticks.Count - 1 ? "end" : "middle";
            var shift = i == 0 ? -12 : i == axis.Ticks.Count - 1 ? 12 : 0;
            Text(html, anchor, at + shift, Base + 14, Tick(unit, axis.Ticks[i]), "tick");
        }
    }

    private static void DrawEstimate(
        HtmlBuilder html, Axis axis, KpiDefinition definition, Estimate estimate, double at, bool isNewest)
    {
        var style = isNewest ? "newest" : "older";
        if (estimate is { Low: { } low, High: { } high })
        {
            Line(html, "interval " + style, axis.At(low), at, axis.At(high), at);
            Line(html, "whisker " + style, axis.At(low), at - 5, axis.At(low), at + 5);
            Line(html, "whisker " + style, axis.At(high), at - 5, axis.At(high), at + 5);
        }

        if (estimate.Value is not { } value || KpiReading.IsTooWide(definition, estimate))
            return;
        if (isNewest)
        {
            html.Open("circle", ("class", "point newest"), ("cx", Figures.Coordinate(axis.At(value))), ("cy", Figures.Coordinate(at)), ("r", "5"));
            html.Close("circle");
        }
        else
        {
            var x = axis.At(value);
            string[] corners = [Pair(x, at - 6), Pair(x + 6, at), Pair(x, at + 6), Pair(x - 6, at)];
            html.Open("polygon", ("class", "point older"), ("points", string.Join(' ', corners))).Close("polygon");
        }
    }

    private static string Label(KpiReading kpi)
    {
        var parts = new List<string> { kpi.Definition.Name };
        foreach (var estimate in new[] { kpi.Newest, kpi.Older })
            if (estimate?.Value is not null)
                parts.Add($"version {estimate.BotVersion ?? "all"}: {Sentences.Estimate(kpi.Definition, estimate)}");
        if (Words.Goals(kpi.Definition) is { } goals)
            parts.Add(goals);
        return string.Join("; ", parts);
    }

    private static string Tick(KpiUnit unit, double value) => unit switch
    {
        KpiUnit.Share => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%",
        KpiUnit.Usd => "$" + value.ToString("0.####", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture) + " s",
    };

    private static string Pair(double x, double y) => Figures.Coordinate(x) + "," + Figures.Coordinate(y);

    private static void Line(HtmlBuilder html, string style, double x1, double y1, double x2, double y2) =>
        html.Open("line", ("class", style), ("x1", Figures.Coordinate(x1)), ("y1", Figures.Coordinate(y1)),
            ("x2", Figures.Coordinate(x2)), ("y2", Figures.Coordinate(y2))).Close("line");

    private static void Rectangle(HtmlBuilder html, string style, double x, double y, double width, double height) =>
        html.Open("rect", ("class", style), ("x", Figures.Coordinate(x)), ("y", Figures.Coordinate(y)),
            ("width", Figures.Coordinate(width)), ("height", Figures.Coordinate(height))).Close("rect");

    private static void Text(HtmlBuilder html, string anchor, double x, double y, string text, string style) =>
        html.Element("text", text, ("class", style), ("x", Figures.Coordinate(x)), ("y", Figures.Coordinate(y)), ("text-anchor", anchor));
}
