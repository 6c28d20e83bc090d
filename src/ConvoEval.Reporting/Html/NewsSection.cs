using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>What the last night of the data brought, beside the nights before.</summary>
internal static class NewsSection
{
    private const int ShownGroups = 8;

    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        var report = reading.Report;
        html.Section("new", "What is new", report.LastNight is { } day
            ? $"Last night of the data: {Figures.Day(day)}. Counts of one night carry no verdict; the comparison below does."
            : null);
        if (report.LastNight is { } last)
        {
            WriteNights(html, report, last);
            WriteCritical(html, report);
            WriteFailures(html, report);
        }
        else
            html.Nothing("No conversation carries a time, so nothing can be called new.");
        html.Close("section");
    }

    private static void WriteNights(HtmlBuilder html, EvaluationReport report, DateOnly last)
    {
        var tonight = NightSpan.Of(report, night => night == last);
        var before = NightSpan.Of(report, night => night < last);
        if (tonight.Count == 0)
        {
            html.Nothing("No counted conversation on that night.");
            return;
        }

        html.Table("Last night against the nights before", asCards: true,
            "Nights", "Conversations", "Goals reached", "Fallbacks of bot turns", "Contradicted responses", "Critical statements");
        foreach (var span in tonight)
        {
            WriteSpan(html, $"{Figures.Day(last)}, {Words.OfVersion(span.BotVersion)}", span, isTonight: true);
            var earlier = before.FirstOrDefault(other => other.BotVersion == span.BotVersion);
            if (earlier is not null)
                WriteSpan(html, $"{Figures.Count(earlier.Nights, "night")} before, {Words.OfVersion(span.BotVersion)}", earlier, isTonight: false);
        }

        foreach (var span in before.Where(span => tonight.All(other => other.BotVersion != span.BotVersion)))
            WriteSpan(html, $"{Figures.Count(span.Nights, "night")} before, {Words.OfVersion(span.BotVersion)}", span, isTonight: false);
        html.CloseTable();
    }

    private static void WriteSpan(HtmlBuilder html, string name, NightSpan span, bool isTonight)
    {
        html.Row(isTonight ? "strong" : null).Head(name)
            .Number("Conversations", Figures.Count(span.Conversations))
            .Number("Goals reached", Figures.Of(span.GoalsReached, span.GoalBearing))
            .Number("Fallbacks of bot turns", span.Fallbacks is { } fallbacks ? Figures.Of(fallbacks, span.BotTurns) : "unknown")
            .Number("Contradicted responses", Figures.Of(span.Contradicted, span.ResponsesGraded))
            .Number("Critical statements", Figures.Count(span.CriticalStatements))
            .Close("tr");
    }

    private static void WriteCritical(HtmlBuilder html, EvaluationReport report)
    {
        var fresh = report.CriticalStatements.Count(failure => failure.IsNew);
        html.Open("p").Element("strong", fresh == 0 ? "No new critical statement." : Figures.Count(fresh, "new critical statement") + ".");
        if (fresh > 0)
            html.Text(" ").Element("a", "Read them below", ("href", "#critical"));
        html.Close("p");
    }

    private static void WriteFailures(HtmlBuilder html, EvaluationReport report)
    {
        var fresh = report.Failures.Select((group, index) => (group, index)).Where(entry => entry.group.New > 0)
            .OrderByDescending(entry => entry.group.New).ThenBy(entry => entry.index).ToList();
        if (fresh.Count == 0)
        {
            html.Nothing("No new failure on the last night.");
            return;
        }

        html.Open("ul", ("class", "fresh"));
        foreach (var (group, index) in fresh.Take(ShownGroups))
        {
            html.Open("li").Element("strong", Figures.Count(group.New) + "\u00A0new").Text(" · ");
            html.Element("a", $"{Words.Failure(group.Kind)}: {Words.Intent(group.Intent)}", ("href", "#" + FailureSection.Id(index)));
            html.Text($" · {Words.OfVersion(group.BotVersion)} · {Figures.Count(group.Count)} in all").Close("li");
        }

        html.Close("ul");
        IReadOnlyList<(FailureGroup Group, int Index)> rest = [.. fresh.Skip(ShownGroups)];
        if (rest.Count > 0)
            html.Element("p", $"and {Figures.Count(rest.Sum(entry => entry.Group.New))} more in {Figures.Count(rest.Count, "group")} below.", ("class", "note"));
    }
}
