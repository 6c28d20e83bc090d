using System.Linq;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>How each KPI is computed, folded away, and the words that every reader needs.</summary>
internal static class MethodSection
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("methods", "How the numbers are computed", null);
        foreach (var kpi in reading.Kpis)
            WriteKpi(html, reading, kpi);
        html.Element("h3", "Words");
        html.Open("dl", ("class", "glossary"));
        foreach (var (term, meaning) in MethodNotes.Glossary)
            html.Element("dt", term).Element("dd", meaning);
        html.Close("dl").Close("section");
    }

    private static void WriteKpi(HtmlBuilder html, ReportReading reading, KpiReading kpi)
    {
        var definition = kpi.Definition;
        html.Open("details", ("class", "detail")).Open("summary").Element("span", definition.Name, ("class", "name"));
        html.Text(" ").Element("span", definition.Question, ("class", "note")).Close("summary");
        html.Open("dl", ("class", "definition"));
        Line(html, "Id", $"{definition.Id}, version {definition.Version} of the definition");
        Line(html, "Formula", definition.Formula);
        Line(html, "One unit is", definition.Denominator);
        Line(html, "Needs", definition.Needs.Count == 0 ? "nothing beyond the conversation" : string.Join(", ", definition.Needs.Select(Words.Snake)));
        Line(html, "Direction", Words.Direction(definition.Direction));
        Line(html, "Goals", Words.Goals(definition) ?? "nobody set a target or a red line");
        Line(html, "Margin", definition.Margin is { } margin
            ? Figures.Difference(definition.Unit, margin).TrimStart('+') : "nobody set one, so nothing can be called no worse");
        Line(html, "Fewest units", $"{definition.MinimumScored} scored per version for a verdict");
        if (definition.GuardKpiId is { } guard)
            Line(html, "Guarded by", reading.Definition(guard)?.Name ?? Words.Snake(guard));
        Line(html, "Owner", definition.Owner ?? "nobody is named");
        if (kpi.Newest is { } newest)
        {
            Line(html, "Method", MethodNotes.Method(newest.Method) + (newest.Low is null ? "" : ", " + Figures.Level(newest.Level)));
            if (newest is { Numerator: { } numerator, Denominator: { } denominator })
                Line(html, "Counted", $"{Plain(numerator)} over {Plain(denominator)}, {Sentences.Counts(newest)}");
            if (newest.Assumptions.Count > 0)
                Line(html, "Assumptions", string.Join("; ", newest.Assumptions.Select(MethodNotes.Assumption)));
            if (newest.JudgeHash is { } hash)
                Line(html, "Judge", $"{kpi.Judge ?? "unknown"} ({hash})");
        }

        html.Close("dl").Close("details");
    }

    private static void Line(HtmlBuilder html, string term, string text) =>
        html.Open("div").Element("dt", term).Element("dd", text).Close("div");

    private static string Plain(double number) =>
        number.ToString("#,##0.###", System.Globalization.CultureInfo.InvariantCulture);
}
