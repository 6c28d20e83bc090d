using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Interval of a difference around zero, with the margin as a shaded band. The cell beside it says the same in words.</summary>
internal static class DifferenceBar
{
    public static void Write(HtmlBuilder html, KpiDefinition definition, KpiComparison comparison)
    {
        if (comparison is not { Low: { } low, High: { } high })
        {
            html.Text("–");
            return;
        }

        var margin = comparison.Margin ?? definition.Margin;
        var values = new List<double?> { low, high, comparison.Difference, margin }.OfType<double>().ToList();
        var axis = Axis.AroundZero(values, 4, 136);
        var tone = Parts.ToneClass(Words.Comparison(comparison, definition.Direction).Tone);
        html.Open("svg", ("viewBox", "0 0 140 24"), ("class", "difference"), ("role", "img"),
            ("aria-label", $"{definition.Name}: difference {Sentences.Difference(definition, comparison)}"
                + (margin is { } tolerated ? $", margin {Figures.Difference(definition.Unit, tolerated).TrimStart('+')} either way" : "")));
        if (margin is { } band)
            Draw(html, "rect", ("class", "margin"), ("x", At(axis, -band)), ("y", "3"),
                ("width", Figures.Coordinate(axis.At(band) - axis.At(-band))), ("height", "18"));
        Draw(html, "line", ("class", "zero"), ("x1", At(axis, 0)), ("x2", At(axis, 0)), ("y1", "1"), ("y2", "23"));
        Draw(html, "line", ("class", "interval " + tone), ("x1", At(axis, low)), ("x2", At(axis, high)), ("y1", "12"), ("y2", "12"));
        foreach (var end in new[] { low, high })
            Draw(html, "line", ("class", "whisker " + tone), ("x1", At(axis, end)), ("x2", At(axis, end)), ("y1", "7"), ("y2", "17"));
        if (comparison.Difference is { } difference)
            Draw(html, "circle", ("class", "point " + tone), ("cx", At(axis, difference)), ("cy", "12"), ("r", "3.5"));
        html.Close("svg");
    }

    private static string At(Axis axis, double value) => Figures.Coordinate(axis.At(value));

    private static void Draw(HtmlBuilder html, string name, params (string Name, string? Value)[] attributes) =>
        html.Open(name, attributes).Close(name);
}
