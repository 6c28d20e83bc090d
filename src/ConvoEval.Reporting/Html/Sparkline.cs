using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>A share by night as a small line from 0 to a round top. Nights without a denominator leave a gap.</summary>
internal static class Sparkline
{
    private const double Width = 240;
    private const double Top = 6;
    private const double Bottom = 42;

    /// <summary>The lowest of 10, 25, 50 and 100 % that no night exceeds: the top of all lines of a measure.</summary>
    public static double TopOf(IEnumerable<(DateOnly Night, long Part, long Whole)> nights)
    {
        var highest = nights.Where(night => night.Whole > 0).Select(night => (double)night.Part / night.Whole).DefaultIfEmpty(1).Max();
        return new[] { 0.1, 0.25, 0.5 }.Where(top => highest <= top).DefaultIfEmpty(1).First();
    }

    /// <summary>Draws the line up to a top; nothing when no night has a share.</summary>
    public static void Write(HtmlBuilder html, string title, IReadOnlyList<(DateOnly Night, long Part, long Whole)> nights, double top)
    {
        if (nights.All(night => night.Whole == 0))
        {
            html.Text("no data");
            return;
        }

        html.Open("svg", ("viewBox", $"0 0 {Width} 48"), ("class", "spark"), ("role", "img"), ("aria-label", Label(title, nights)));
        foreach (var level in new[] { 0.0, 0.5, 1.0 })
            html.Open("line", ("class", "grid"), ("x1", "4"), ("x2", Figures.Coordinate(Width - 4)), ("y1", Y(level)), ("y2", Y(level))).Close("line");
        var run = new List<string>();
        for (var i = 0; i <= nights.Count; i++)
        {
            if (i < nights.Count && nights[i].Whole > 0)
            {
                run.Add(X(i, nights.Count) + "," + Y((double)nights[i].Part / nights[i].Whole / top));
                continue;
            }

            if (run.Count > 1)
                html.Open("polyline", ("class", "line"), ("points", string.Join(' ', run))).Close("polyline");
            run.Clear();
        }

        for (var i = 0; i < nights.Count; i++)
            if (nights[i].Whole > 0)
                html.Open("circle", ("class", i == nights.Count - 1 ? "dot last" : "dot"), ("cx", X(i, nights.Count)),
                    ("cy", Y((double)nights[i].Part / nights[i].Whole / top)), ("r", i == nights.Count - 1 ? "3.5" : "2")).Close("circle");
        html.Close("svg");
    }

    private static string Label(string title, IReadOnlyList<(DateOnly Night, long Part, long Whole)> nights)
    {
        var (first, last) = (nights[0], nights[^1]);
        return $"{title}, {Figures.Count(nights.Count, "night")}, from {Figures.Of(first.Part, first.Whole)} on {Figures.Day(first.Night)} "
            + $"to {Figures.Of(last.Part, last.Whole)} on {Figures.Day(last.Night)}";
    }

    private static string X(int index, int count) =>
        Figures.Coordinate(count == 1 ? Width / 2 : 8 + ((Width - 16) * index / (count - 1)));

    private static string Y(double share) => Figures.Coordinate(Bottom - (Math.Clamp(share, 0, 1) * (Bottom - Top)));
}
