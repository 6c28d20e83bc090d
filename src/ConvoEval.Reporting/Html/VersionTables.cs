using System.Linq;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>More than two versions: every version's values, and the verdicts of the other pairs.</summary>
internal static class VersionTables
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        if (reading.Report.Versions.Count <= 2)
            return;
        WriteVersions(html, reading);
        WritePairs(html, reading);
    }

    private static void WriteVersions(HtmlBuilder html, ReportReading reading)
    {
        html.Element("h3", "Every version");
        html.Table("KPIs by version, oldest first", asCards: false, ["KPI", .. reading.Report.Versions]);
        foreach (var kpi in reading.Kpis)
        {
            html.Row().Head(kpi.Definition.Name);
            foreach (var version in reading.Report.Versions)
                html.Cell(version, Sentences.Short(kpi.Definition, reading.Find(kpi.Definition.Id, version, null)), "num wide");
            html.Close("tr");
        }

        html.CloseTable();
    }

    private static void WritePairs(HtmlBuilder html, ReportReading reading)
    {
        var others = reading.Pairs.Where(pair => pair != (reading.Older, reading.Newest)).ToList();
        if (others.Count == 0)
            return;
        var shown = reading.Pinned.Any() ? reading.Pinned.ToList() : reading.Kpis;
        html.Element("h3", "Other pairs of versions");
        html.Table("Verdicts of the other pairs, pinned KPIs", asCards: false, ["Pair", .. shown.Select(kpi => kpi.Definition.Name)]);
        foreach (var (from, to) in others)
        {
            html.Row().Head($"{to} against {from}");
            foreach (var kpi in shown)
                html.Cell(kpi.Definition.Name, cell =>
                {
                    if (reading.Compare(kpi.Definition.Id, from, to) is not { } comparison)
                    {
                        cell.Text("–");
                        return;
                    }

                    cell.Chip(Words.Comparison(comparison, kpi.Definition.Direction));
                    if (comparison.Difference is not null)
                        cell.Text(" ").Element("span", Sentences.Difference(kpi.Definition, comparison), ("class", "small"));
                }, "wide");
            html.Close("tr");
        }

        html.CloseTable();
    }
}
