using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>All KPIs of the newest version against the one before, and what moved them.</summary>
internal static class ComparisonSection
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("comparison", "Comparison", reading is { Newest: { } newest, Older: { } older }
            ? $"{newest} against {older}. Differences are new minus old; the bar is the interval, the tick in its middle is no difference."
            : null);
        var compared = reading.Kpis.Where(kpi => kpi.Comparison is not null).ToList();
        if (compared.Count == 0)
            html.Nothing("No two versions were compared.");
        else
        {
            html.Table($"KPIs of {reading.Newest} against {reading.Older}", asCards: true,
                "KPI", Words.Version(reading.Older), Words.Version(reading.Newest), "Difference", "Drawn", "Verdict", "Compared on");
            foreach (var kpi in compared)
                if (kpi.Comparison is { } comparison)
                    WriteRow(html, kpi, comparison);
            html.CloseTable();
            html.Element("h3", "What moved it");
            foreach (var kpi in compared)
                if (kpi.Comparison is { } comparison)
                    ComparisonDetail.Write(html, kpi, comparison);
        }

        VersionTables.Write(html, reading);
        html.Close("section");
    }

    private static void WriteRow(HtmlBuilder html, KpiReading kpi, KpiComparison comparison)
    {
        var definition = kpi.Definition;
        html.Row(definition.IsPinned ? "pinned" : null);
        html.Open("th", ("scope", "row"), ("role", "rowheader")).Text(definition.Name);
        if (definition.IsPinned)
            html.Text(" ").Element("span", "pinned", ("class", "tag"));
        html.Element("span", Words.Direction(definition.Direction), ("class", "direction")).Close("th");
        html.Cell(comparison.From, Sentences.Short(definition, kpi.Older), "num");
        html.Cell(comparison.To, Sentences.Short(definition, kpi.Newest), "num");
        html.Cell("Difference", Sentences.Difference(definition, comparison), "num");
        html.Cell("Drawn", cell => DifferenceBar.Write(cell, definition, comparison), "drawn");
        html.Cell("Verdict", cell => cell.Chip(Words.Comparison(comparison, definition.Direction)));
        html.Cell("Compared on", Sentences.Pairs(comparison), "small");
        html.Close("tr");
    }
}
