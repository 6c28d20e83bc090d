using System.Collections.Generic;
using System.Linq;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Parts of a whole as one bar that adds up to 100 %. The label says every part; the table beside it does too.</summary>
internal static class StackedBar
{
    private const double Width = 600;

    /// <summary>Class of each part in the style sheet.</summary>
    private static readonly Dictionary<string, string> Styles = new(System.StringComparer.Ordinal)
    {
        ["Resolved by the bot"] = "part-1", ["Partly, or not reached"] = "part-2", ["Handed over or asked for a person"] = "part-3",
        ["User left"] = "part-4", ["No goal opened"] = "part-5", ["Source does not tell"] = "part-6",
        ["Scored"] = "part-1", ["Abstained"] = "part-2", ["Not applicable"] = "part-5", ["Unreadable"] = "part-3",
        ["Left out by budget"] = "part-6", ["Failed"] = "part-4", [Partition.Gap] = "part-7",
    };

    /// <summary>Names beside their colours.</summary>
    public static void WriteLegend(HtmlBuilder html, IReadOnlyList<string> names)
    {
        html.Open("p", ("class", "legend"));
        foreach (var name in names)
        {
            html.Element("span", "", ("class", "swatch " + Styles[name]), ("aria-hidden", "true"));
            html.Text($" {name} ");
        }

        html.Close("p");
    }

    /// <summary>Draws the bar; nothing when the whole is 0.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="title">What the whole is.</param>
    /// <param name="partition">The parts.</param>
    public static void Write(HtmlBuilder html, string title, Partition partition)
    {
        var parts = partition.Parts.Where(part => part.Count > 0).ToList();
        if (parts.Count == 0)
            return;
        var label = string.Join(", ", parts.Select(part => $"{part.Name} {part}"));
        html.Open("svg", ("viewBox", $"0 0 {Width} 22"), ("class", "stack"), ("role", "img"), ("aria-label", $"{title}: {label}"),
            ("preserveAspectRatio", "none"));
        var at = 0.0;
        foreach (var part in parts)
        {
            var width = part.Percent / 100 * Width;
            html.Open("rect", ("class", Styles[part.Name]), ("x", Figures.Coordinate(at)), ("y", "0"), ("width", Figures.Coordinate(width)), ("height", "22"));
            html.Element("title", $"{part.Name}: {part}").Close("rect");
            at += width;
        }

        html.Close("svg");
    }
}
