using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>The nights as lines, and folded as a table.</summary>
internal static class NightTables
{
    /// <summary>What is drawn by night: its name, and part and whole of a night. An unknown part has no whole.</summary>
    private static readonly (string Name, Func<NightLine, (DateOnly Night, long Part, long Whole)> Count)[] Measures =
    [
        ("Goals reached", line => (line.Night, line.GoalsReached, line.GoalBearing)),
        ("Fallbacks of bot turns", line => (line.Night, line.Fallbacks ?? 0, line.Fallbacks is null ? 0 : line.BotTurns)),
        ("Contradicted responses", line => (line.Night, line.Contradicted, line.ResponsesGraded)),
    ];

    public static void Write(HtmlBuilder html, EvaluationReport report)
    {
        html.Element("h3", "Nights");
        if (report.Nights.Count == 0)
        {
            html.Nothing("No conversation carries a time.");
            return;
        }

        var tops = Measures.Select(measure => Sparkline.TopOf(report.Nights.Select(measure.Count))).ToList();
        html.Table("Shares by night", asCards: true,
            ["Version", "Nights", .. Measures.Zip(tops, (measure, top) => $"{measure.Name}, 0 to {Figures.Level(top)}")]);
        var versions = report.Versions.Cast<string?>().Concat(report.Nights.Select(line => line.BotVersion)).Distinct();
        foreach (var version in versions)
        {
            var lines = report.Nights.Where(line => line.BotVersion == version).OrderBy(line => line.Night).ToList();
            if (lines.Count > 0)
                WriteLines(html, Words.Version(version), lines, tops);
        }

        html.CloseTable();
        WriteTable(html, report.Nights);
    }

    private static void WriteLines(HtmlBuilder html, string version, IReadOnlyList<NightLine> lines, List<double> tops)
    {
        html.Row().Head(version).Cell("Nights", $"{Figures.Day(lines[0].Night)} to {Figures.Day(lines[^1].Night)}", "small");
        foreach (var (measure, top) in Measures.Zip(tops))
            html.Cell($"{measure.Name}, 0 to {Figures.Level(top)}",
                cell => Sparkline.Write(cell, $"{measure.Name}, {version}", [.. lines.Select(measure.Count)], top), "drawn");
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
