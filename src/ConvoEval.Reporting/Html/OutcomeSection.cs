using System.Linq;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>What became of the conversations of each version; the parts add up to all of them.</summary>
internal static class OutcomeSection
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("outcomes", "Outcomes", "Every counted conversation stands in exactly one part; each bar adds up to 100 %.");
        var shown = reading.Report.Outcomes.Where(outcome => outcome.Eligible > 0)
            .Select(outcome => (Version: outcome.BotVersion, Parts: Partition.Of(outcome))).ToList();
        if (shown.Count == 0)
            html.Nothing("No conversation was counted.");
        else
        {
            var names = Partition.Names(shown.Select(entry => entry.Parts));
            StackedBar.WriteLegend(html, names);
            foreach (var (version, parts) in shown)
            {
                html.Open("div", ("class", "outcome"));
                html.Element("p", $"{Words.Version(version)} · n\u00A0{Figures.Count(parts.Whole)}", ("class", "outcome-name"));
                StackedBar.Write(html, "Outcomes of " + Words.OfVersion(version), parts);
                html.Close("div");
            }

            html.Table("Outcomes by version", asCards: true, ["Version", .. names, "All"]);
            foreach (var (version, parts) in shown)
            {
                html.Row().Head(Words.Version(version));
                foreach (var name in names)
                    html.Number(name, parts.Find(name).ToString());
                html.Number("All", $"100\u00A0% ({Figures.Count(parts.Whole)})").Close("tr");
            }

            html.CloseTable();
        }

        NightTables.Write(html, reading.Report);
        html.Close("section");
    }
}
