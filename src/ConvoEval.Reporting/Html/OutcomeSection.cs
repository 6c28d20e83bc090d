using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>What became of the conversations of each version; the parts add up to all of them.</summary>
internal static class OutcomeSection
{
    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        html.Section("outcomes", "Outcomes", "Every counted conversation stands in exactly one part; each bar adds up to 100 %.");
        var shown = reading.Report.Outcomes.Where(outcome => outcome.Eligible > 0).ToList();
        if (shown.Count == 0)
        {
            html.Nothing("No conversation was counted.");
            NightTables.Write(html, reading.Report);
            html.Close("section");
            return;
        }

        WriteLegend(html);
        foreach (var outcome in shown)
        {
            html.Open("div", ("class", "outcome"));
            html.Element("p", $"{Words.Version(outcome.BotVersion)} · n\u00A0{Figures.Count(outcome.Eligible)}", ("class", "outcome-name"));
            StackedBar.Write(html, "Outcomes of " + Words.OfVersion(outcome.BotVersion), PartsOf(outcome));
            html.Close("div");
        }

        WriteTable(html, shown);
        NightTables.Write(html, reading.Report);
        html.Close("section");
    }

    private static void WriteLegend(HtmlBuilder html)
    {
        html.Open("p", ("class", "legend"));
        foreach (var (name, _, style) in PartsOf(new OutcomePartition
            { Eligible = 0, Escalated = 0, Abandoned = 0, Resolved = 0, Partial = 0, NoGoal = 0, Unknown = 0 }).SkipLast(1))
        {
            html.Element("span", "", ("class", "swatch " + style), ("aria-hidden", "true"));
            html.Text($" {name} ");
        }

        html.Close("p");
    }

    private static void WriteTable(HtmlBuilder html, IReadOnlyList<OutcomePartition> outcomes)
    {
        var names = PartsOf(outcomes[0]).Select(part => part.Name).ToList();
        var hasGap = outcomes.Any(outcome => PartsOf(outcome)[^1].Count != 0);
        var shown = hasGap ? names : names.SkipLast(1).ToList();
        html.Table("Outcomes by version", asCards: true, ["Version", .. shown, "All"]);
        foreach (var outcome in outcomes)
        {
            var parts = PartsOf(outcome);
            var shares = PartsOfHundred.Of([.. parts.Select(part => part.Count)]);
            html.Row().Head(Words.Version(outcome.BotVersion));
            for (var i = 0; i < shown.Count; i++)
                html.Number(parts[i].Name, $"{Figures.Hundredths(shares[i])} ({Figures.Count(parts[i].Count)})");
            html.Number("All", $"100\u00A0% ({Figures.Count(outcome.Eligible)})").Close("tr");
        }

        html.CloseTable();
        if (hasGap)
            html.Element("p", "The parts of a version do not add up to its conversations; the rest is shown as not accounted for.", ("class", "note"));
    }

    private static IReadOnlyList<(string Name, long Count, string Style)> PartsOf(OutcomePartition outcome)
    {
        var known = outcome.Resolved + outcome.Partial + outcome.Escalated + outcome.Abandoned + outcome.NoGoal + outcome.Unknown;
        return
        [
            ("Resolved by the bot", outcome.Resolved, "part-1"),
            ("Partly, or not reached", outcome.Partial, "part-2"),
            ("Handed over or asked for a person", outcome.Escalated, "part-3"),
            ("User left", outcome.Abandoned, "part-4"),
            ("No goal opened", outcome.NoGoal, "part-5"),
            ("Source does not tell", outcome.Unknown, "part-6"),
            ("Not accounted for", System.Math.Max(outcome.Eligible - known, 0), "part-7"),
        ];
    }
}
