using System.Collections.Generic;
using System.Linq;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Parts of a whole as one bar that adds up to 100 %. The label says every part; the table beside it does too.</summary>
internal static class StackedBar
{
    private const double Width = 600;

    /// <summary>Draws the bar; nothing when the whole is 0.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="title">What the whole is.</param>
    /// <param name="parts">Name, count and class of each part, in the order of the bar.</param>
    public static void Write(HtmlBuilder html, string title, IReadOnlyList<(string Name, long Count, string Style)> parts)
    {
        var shares = PartsOfHundred.Of([.. parts.Select(part => part.Count)]);
        if (shares.Sum() == 0)
            return;
        var label = string.Join(", ", parts.Zip(shares).Where(entry => entry.First.Count > 0)
            .Select(entry => $"{entry.First.Name} {Figures.Hundredths(entry.Second)} ({Figures.Count(entry.First.Count)})"));
        html.Open("svg", ("viewBox", $"0 0 {Width} 22"), ("class", "stack"), ("role", "img"), ("aria-label", $"{title}: {label}"),
            ("preserveAspectRatio", "none"));
        var at = 0.0;
        foreach (var (part, share) in parts.Zip(shares))
        {
            var width = share / 100 * Width;
            if (width > 0)
                html.Open("rect", ("class", part.Style), ("x", Figures.Coordinate(at)), ("y", "0"), ("width", Figures.Coordinate(width)), ("height", "22"))
                    .Element("title", $"{part.Name}: {Figures.Hundredths(share)} ({Figures.Count(part.Count)})").Close("rect");
            at += width;
        }

        html.Close("svg");
    }
}
