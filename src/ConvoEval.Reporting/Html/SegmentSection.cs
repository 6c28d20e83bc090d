using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>The pinned KPIs by intent, largest intents first; cells with few units are greyed.</summary>
internal static class SegmentSection
{
    private const string Prefix = "intent=";
    private const int ShownIntents = 60;

    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("intents", "By intent", "Grey cells have fewer units than the KPI asks for: read them as examples, not as rates.");
        var kpis = reading.Pinned.Any() ? reading.Pinned.ToList() : reading.Kpis;
        var any = false;
        foreach (var version in new[] { reading.Newest, reading.Older }.Distinct())
            any |= (version is not null || reading.Newest is null) && WriteVersion(html, reading, kpis, version);
        if (!any)
            html.Nothing("Nothing was computed by intent.");
        html.Close("section");
    }

    private static bool WriteVersion(HtmlBuilder html, ReportReading reading, IReadOnlyList<KpiReading> kpis, string? version)
    {
        var pinned = kpis.Select(kpi => kpi.Definition.Id).ToHashSet(StringComparer.Ordinal);
        var intents = reading.Report.Estimates
            .Where(estimate => estimate.BotVersion == version && pinned.Contains(estimate.KpiId)
                && estimate.Segment?.StartsWith(Prefix, StringComparison.Ordinal) == true)
            .GroupBy(estimate => estimate.Segment ?? "", StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(estimate => estimate.Scored)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key).ToList();
        if (intents.Count == 0)
            return false;

        html.Open("details", ("class", "detail"), ("open", version == reading.Newest ? "" : null));
        html.Element("summary", $"{Figures.Count(intents.Count, "intent")} of {Words.OfVersion(version)}");
        html.Table($"KPIs by intent, {Words.OfVersion(version)}", asCards: true, ["Intent", .. kpis.Select(kpi => kpi.Definition.Name)]);
        foreach (var intent in intents.Take(ShownIntents))
        {
            html.Row().Head(Words.Snake(intent[Prefix.Length..]));
            foreach (var kpi in kpis)
                WriteCell(html, kpi.Definition, reading.Find(kpi.Definition.Id, version, intent));
            html.Close("tr");
        }

        html.CloseTable();
        if (intents.Count > ShownIntents)
            html.Element("p", $"{Figures.Count(intents.Count - ShownIntents, "smaller intent")} more in kpis.csv.", ("class", "note"));
        html.Close("details");
        return true;
    }

    private static void WriteCell(HtmlBuilder html, KpiDefinition definition, Estimate? estimate)
    {
        if (estimate is null)
        {
            html.Cell(definition.Name, "–", "num");
            return;
        }

        var isFew = estimate.Scored < definition.MinimumScored;
        html.Cell(definition.Name, cell =>
        {
            if (estimate.Value is { } value)
            {
                cell.Element("strong", KpiReading.IsTooWide(definition, estimate) && estimate is { Low: { } from, High: { } to }
                    ? Figures.Interval(definition.Unit, from, to) : Figures.Value(definition.Unit, value));
                if (!KpiReading.IsTooWide(definition, estimate) && estimate is { Low: { } low, High: { } high })
                    cell.Element("span", Figures.Interval(definition.Unit, low, high), ("class", "small"));
            }
            else if (estimate.Raw is { } raw)
                cell.Element("span", Figures.Value(definition.Unit, raw) + " uncorrected", ("class", "small"));
            else
                cell.Text("–");
            cell.Element("span", (isFew ? "few: " : "") + Sentences.Counts(estimate), ("class", "small"));
        }, isFew ? "num few" : "num");
    }
}
