using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>The nights as lines, and folded as a table.</summary>
internal static class NightTables
{
    public static void Write(HtmlBuilder html, EvaluationReport report)
    {
        html.Element("h3", "Nights");
        if (report.Nights.Count == 0)
        {
            html.Nothing("No conversation carries a time.");
            return;
        }

        html.Table("Shares by night, each line from 0 to 100 %", asCards: true,
            "Version", "Nights", "Goals reached", "Fallbacks of bot turns", "Contradicted responses");
        var versions = report.Versions.Cast<string?>().Concat(report.Nights.Select(line => line.BotVersion)).Distinct();
        foreach (var version in versions)
        {
            var lines = report.Nights.Where(line => line.BotVersion == version).OrderBy(line => line.Night).ToList();
            if (lines.Count > 0)
                WriteLines(html, Words.Version(version), lines);
        }

        html.CloseTable();
        WriteTable(html, report.Nights);
    }

    private static void WriteLines(HtmlBuilder html, string version, IReadOnlyList<NightLine> lines)
    {
        html.Row().Head(version).Cell("Nights", $"{Figures.Day(lines[0].Night)} to {Figures.Day(lines[^1].Night)}", "small");
        html.Cell("Goals reached", cell => Sparkline.Write(cell, $"Goals reached, {version}",
            [.. lines.Select(line => (line.Night, line.GoalsReached, line.GoalBearing))]), "drawn");
        html.Cell("Fallbacks of bot turns", cell => Sparkline.Write(cell, $"Fallbacks of bot turns, {version}",
            [.. lines.Select(line => (line.Night, line.Fallbacks ?? 0, line.Fallbacks is null ? 0 : line.BotTurns))]), "drawn");
        html.Cell("Contradicted responses", cell => Sparkline.Write(cell, $"Contradicted responses, {version}",
            [.. lines.Select(line => (line.Night, line.Contradicted, line.ResponsesGraded))]), "drawn");
        html.Close("tr");
    }

    private static void WriteTable(HtmlBuilder html, IReadOnlyList<NightLine> nights)
    {
        html.Open("details", ("class", "detail")).Element("summary", $"All {Figures.Count(nights.Count, "line")} in numbers");
        html.Table("Counts by night and version", asCards: true, "Night", "Version", "Conversations", "Goals reached",
            "Fallbacks of bot turns", "Contradicted responses", "Critical statements");
        foreach (var line in nights)
            html.Row().Head(Figures.Day(line.Night)).Cell("Version", Words.Version(line.BotVersion))
                .Number("Conversations", Figures.Count(line.Conversations))
                .Number("Goals reached", Figures.Of(line.GoalsReached, line.GoalBearing))
                .Number("Fallbacks of bot turns", line.Fallbacks is { } fallbacks ? Figures.Of(fallbacks, line.BotTurns) : "unknown")
                .Number("Contradicted responses", Figures.Of(line.Contradicted, line.ResponsesGraded))
                .Number("Critical statements", Figures.Count(line.CriticalStatements)).Close("tr");
        html.CloseTable().Close("details");
    }
}
