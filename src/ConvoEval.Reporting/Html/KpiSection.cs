using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>The pinned KPIs as tiles: where the newest version stands, how sure that is, and how it compares.</summary>
internal static class KpiSection
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("kpis", "Pinned KPIs",
            "The bar is the interval, and the light looks at all of it: green only when the whole interval is in target.");
        WriteLegend(html, reading);
        var pinned = reading.Pinned.ToList();
        if (pinned.Count == 0)
            html.Nothing("No KPI is pinned, so none stands in the gate. Pin five to eight in kpis.yaml.");
        html.Open("div", ("class", "tiles"));
        foreach (var kpi in pinned)
            WriteTile(html, reading, kpi);
        html.Close("div").Close("section");
    }

    private static void WriteLegend(HtmlBuilder html, ReportReading reading)
    {
        html.Open("p", ("class", "legend"));
        html.Element("span", "●", ("class", "mark newest"), ("aria-hidden", "true"));
        html.Text($" {reading.Newest ?? "all versions"} ");
        if (reading.Older is not null)
        {
            html.Element("span", "◇", ("class", "mark older"), ("aria-hidden", "true"));
            html.Text($" {reading.Older} ");
        }

        html.Element("span", "", ("class", "swatch zone"), ("aria-hidden", "true")).Text(" target zone ");
        html.Element("span", "", ("class", "swatch red"), ("aria-hidden", "true")).Text(" red line").Close("p");
    }

    private static void WriteTile(HtmlBuilder html, ReportReading reading, KpiReading kpi)
    {
        var definition = kpi.Definition;
        var isGrey = kpi.Newest?.Value is null;
        html.Open("article", ("class", isGrey ? "tile grey" : "tile"), ("aria-labelledby", "kpi-" + definition.Id));
        html.Open("div", ("class", "tile-head"));
        html.Element("h3", definition.Name, ("id", "kpi-" + definition.Id)).Chip(Words.Light(kpi)).Close("div");
        WriteValue(html, kpi);
        ScaleChart.Write(html, kpi);
        WriteMarks(html, reading, kpi);
        if (kpi.Comparison is { } comparison)
        {
            html.Open("p", ("class", "versus")).Chip(Words.Comparison(comparison, definition.Direction));
            html.Text($" {comparison.To} against {comparison.From}");
            if (comparison.Difference is not null)
                html.Text(": " + Sentences.Difference(definition, comparison));
            html.Close("p");
        }

        html.Open("ul", ("class", "notes"));
        foreach (var note in Notes(reading, kpi))
            html.Element("li", note);
        html.Close("ul").Close("article");
    }

    private static void WriteValue(HtmlBuilder html, KpiReading kpi)
    {
        var definition = kpi.Definition;
        html.Open("p", ("class", "value"));
        switch (kpi.Newest)
        {
            case null:
                html.Element("span", "No estimate was made for this version.", ("class", "reason"));
                break;
            case { Value: null, Raw: { } raw } judged:
                html.Element("span", Figures.Value(definition.Unit, raw), ("class", "big raw"));
                html.Element("span", RawMeaning(definition), ("class", "beside"));
                html.Close("p").Open("p", ("class", "reason")).Text(Capital(judged.MissingBecause ?? "no reason was given"));
                break;
            case { Value: null } missing:
                html.Element("span", Capital(missing.MissingBecause ?? "no reason was given"), ("class", "reason"));
                break;
            case { Low: { } low, High: { } high } wide when KpiReading.IsTooWide(definition, wide):
                html.Element("span", Figures.Interval(definition.Unit, low, high), ("class", "big range"));
                html.Element("span", $"too wide for a point: the {Figures.Level(wide.Level)} interval spans {Figures.Width(low, high)}", ("class", "beside"));
                break;
            case { Value: { } value, Low: { } low, High: { } high } known:
                html.Element("span", Figures.Value(definition.Unit, value), ("class", "big"));
                html.Element("span", $"{Figures.Level(known.Level)}: {Figures.Interval(definition.Unit, low, high)}", ("class", "beside"));
                break;
            case { Value: { } value }:
                html.Element("span", Figures.Value(definition.Unit, value), ("class", "big raw"));
                html.Element("span", "without interval, so nothing can be said of it", ("class", "beside"));
                break;
        }

        html.Close("p");
    }

    private static void WriteMarks(HtmlBuilder html, ReportReading reading, KpiReading kpi)
    {
        html.Open("ul", ("class", "marks"));
        if (kpi.Newest is not null)
            WriteMark(html, "●", "newest", reading.Newest ?? "all", Sentences.Counts(kpi.Newest));
        if (reading.Older is { } older)
            WriteMark(html, "◇", "older", older, Sentences.Short(kpi.Definition, kpi.Older));
        html.Close("ul");
    }

    private static void WriteMark(HtmlBuilder html, string sign, string style, string version, string text)
    {
        html.Open("li").Element("span", sign, ("class", "mark " + style), ("aria-hidden", "true"));
        html.Text(" ").Element("strong", version).Text(" " + text).Close("li");
    }

    private static IEnumerable<string> Notes(ReportReading reading, KpiReading kpi)
    {
        var definition = kpi.Definition;
        yield return Words.Goals(definition) is { } goals
            ? $"{Capital(goals)} ({Words.Direction(definition.Direction)})"
            : $"No target set ({Words.Direction(definition.Direction)})";
        if (kpi.Newest is { } newest)
        {
            if (newest is { Value: not null, Raw: { } raw })
                yield return "Before correction: " + Sentences.RawRate(definition, raw);
            if (Sentences.Bounds(definition, newest) is { } bounds)
                yield return Capital(bounds);
            foreach (var assumption in newest.Assumptions)
                yield return Capital(MethodNotes.Assumption(assumption));
            foreach (var extra in Spread.Of(reading, definition, newest.BotVersion))
                yield return Capital(extra);
        }

        if (definition.Owner is { } owner)
            yield return "Owner: " + owner;
    }

    private static string RawMeaning(KpiDefinition definition) => definition.Id == "content_adherence"
        ? "not contradicted by golden answers (not adherence)"
        : "as the judge said, uncorrected";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
