using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Why a comparison came out as it did, folded: the method, the parts of the difference and the strata that moved it most.</summary>
internal static class ComparisonDetail
{
    private const int ShownStrata = 6;

    public static void Write(HtmlBuilder html, KpiReading kpi, KpiComparison comparison)
    {
        var (definition, older, newest) = (kpi.Definition, kpi.Older, kpi.Newest);
        html.Open("details", ("class", "detail"));
        html.Open("summary").Element("span", definition.Name, ("class", "name")).Text(" ");
        html.Chip(Words.Comparison(comparison, definition.Direction)).Close("summary");
        foreach (var estimate in new[] { older, newest })
            if (estimate is { Value: null, MissingBecause: { } because })
                html.Element("p", $"{estimate.BotVersion}: {because.TrimEnd('.')}.");
        if (comparison.Explanation.Length > 0)
            html.Element("p", comparison.Explanation);
        html.Element("p", Method(definition, comparison), ("class", "note"));
        if (comparison.NeededPerVersion is { } needed)
            html.Element("p", $"About {Figures.Count(needed)} conversations per version would decide it, at the difference seen.", ("class", "note"));
        WriteParts(html, definition, comparison);
        WriteStrata(html, definition, comparison);
        html.Close("details");
    }

    private static string Method(KpiDefinition definition, KpiComparison comparison)
    {
        if (comparison.Difference is null)
            return $"State: {Words.Snake(comparison.State)}.";
        var text = $"{Sentences.Difference(definition, comparison)}; {MethodNotes.Method(comparison.Method)} at {Figures.Level(comparison.Level)}; {Sentences.Pairs(comparison)}";
        if (comparison.PValue is { } p)
            text += $"; p {Figures.PValue(p)}";
        var margin = comparison.Margin is { } tolerated
            ? $"; margin {Figures.Difference(definition.Unit, tolerated).TrimStart('+')}"
            : "; nobody set a margin, so it can never be called no worse";
        return $"{text}{margin}; state: {Words.Snake(comparison.State)}.";
    }

    private static void WriteParts(HtmlBuilder html, KpiDefinition definition, KpiComparison comparison)
    {
        (string Name, double? Size)[] all =
        [
            ("Other mix of intents", comparison.Mix), ("Change within the intents", comparison.Within),
            ($"Intents only in {comparison.To}", comparison.Entered), ($"Intents only in {comparison.From}", comparison.Left),
        ];
        var parts = all.Where(part => part.Size is not null).Select(part => (part.Name, Size: part.Size ?? 0)).ToList();
        if (parts.Count == 0)
            return;

        var sum = parts.Sum(part => part.Size);
        html.Table($"{definition.Name}: what the difference is made of", asCards: false, "Part", "Size", "From old to new");
        var running = 0.0;
        var steps = parts.Select(part => (Start: running, End: running += part.Size)).ToList();
        var reach = steps.SelectMany(step => new[] { step.Start, step.End }).ToList();
        foreach (var (part, step) in parts.Zip(steps))
            WritePart(html, definition, part.Name, part.Size, step.Start, step.End, reach, isSum: false);
        WritePart(html, definition, "All conversations together", sum, 0, sum, reach, isSum: true);
        html.CloseTable();
        if (comparison.Difference is { } difference && Math.Abs(difference - sum) > 1e-9)
            html.Element("p", "The parts split the difference over all conversations with a known value; the verdict rests on "
                + (comparison.Pairs > 0 ? "the pairs alone" : "the method above") + ", so the two differ.", ("class", "note"));
    }

    private static void WritePart(
        HtmlBuilder html, KpiDefinition definition, string name, double size, double start, double end, List<double> reach, bool isSum)
    {
        html.Row(isSum ? "sum" : null).Head(name).Number("Size", Figures.Difference(definition.Unit, size));
        var axis = Axis.AroundZero(reach, 4, 216);
        var (x1, x2) = (axis.At(Math.Min(start, end)), axis.At(Math.Max(start, end)));
        html.Cell("From old to new", cell =>
        {
            cell.Open("svg", ("viewBox", "0 0 220 16"), ("class", "waterfall"), ("aria-hidden", "true"));
            cell.Open("line", ("class", "zero"), ("x1", Figures.Coordinate(axis.At(0))), ("x2", Figures.Coordinate(axis.At(0))), ("y1", "0"), ("y2", "16")).Close("line");
            if (size != 0)
                cell.Open("rect", ("class", isSum ? "sum" : IsGain(definition, size) ? "gain" : "loss"), ("x", Figures.Coordinate(x1)), ("y", "3"),
                    ("width", Figures.Coordinate(Math.Max(x2 - x1, 1))), ("height", "10")).Close("rect");
            cell.Close("svg");
        }, "drawn");
        html.Close("tr");
    }

    private static void WriteStrata(HtmlBuilder html, KpiDefinition definition, KpiComparison comparison)
    {
        if (comparison.Strata.Count == 0)
            return;
        html.Table($"{definition.Name}: intents that moved it most", asCards: true,
            "Intent", $"{comparison.From} (n)", $"{comparison.To} (n)", "By mix", "By change within");
        foreach (var stratum in comparison.Strata.Take(ShownStrata))
            html.Row().Head(Words.Snake(stratum.Name))
                .Number($"{comparison.From} (n)", Level(definition, stratum.ValueOld, stratum.CountOld))
                .Number($"{comparison.To} (n)", Level(definition, stratum.ValueNew, stratum.CountNew))
                .Number("By mix", Figures.Difference(definition.Unit, stratum.Mix))
                .Number("By change within", Figures.Difference(definition.Unit, stratum.Within)).Close("tr");
        var rest = comparison.Strata.Skip(ShownStrata).ToList();
        if (rest.Count > 0)
            html.Row().Head($"{Figures.Count(rest.Count)} more together")
                .Number($"{comparison.From} (n)", "n\u00A0" + Figures.Count(rest.Sum(stratum => stratum.CountOld)))
                .Number($"{comparison.To} (n)", "n\u00A0" + Figures.Count(rest.Sum(stratum => stratum.CountNew)))
                .Number("By mix", Figures.Difference(definition.Unit, rest.Sum(stratum => stratum.Mix)))
                .Number("By change within", Figures.Difference(definition.Unit, rest.Sum(stratum => stratum.Within))).Close("tr");
        html.CloseTable();
    }

    private static string Level(KpiDefinition definition, double? value, long count) =>
        (value is { } known ? Figures.Value(definition.Unit, known) : "–") + $" (n\u00A0{Figures.Count(count)})";

    private static bool IsGain(KpiDefinition definition, double size) =>
        definition.Direction == KpiDirection.HigherIsBetter ? size >= 0 : size <= 0;
}
