using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Where the bot failed: every critical statement, then the groups, worst first, with the words of the conversations.</summary>
internal static class FailureSection
{
    /// <summary>Groups shown with examples; the rest stand in a table of counts, so that the page stays openable.</summary>
    private const int GroupsWithExamples = 120;

    /// <summary>Critical statements shown open; the rest are folded, none is left out.</summary>
    private const int OpenCritical = 10;

    /// <summary>Anchor of a group.</summary>
    public static string Id(int index) => index < GroupsWithExamples
        ? "failure-" + (index + 1).ToString(CultureInfo.InvariantCulture)
        : "failures-counted";

    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        var report = reading.Report;
        html.Section("failures", "What fails",
            "Personal data is masked. The marked turn is the one that failed; highlighted words are the evidence of the verdict.");
        WriteCritical(html, reading);
        WriteGroups(html, report.Failures);
        html.Close("section");
    }

    private static void WriteCritical(HtmlBuilder html, ReportReading reading)
    {
        var critical = reading.Report.CriticalStatements;
        html.Element("h3", $"Critical statements: {Figures.Count(critical.Count)}", ("id", "critical"));
        if (critical.Count == 0)
        {
            html.Nothing(reading.IsAdherenceGraded(reading.Newest)
                ? "None was found in the graded responses."
                : "None was found, and nothing was graded for them: that is no pass.");
            return;
        }

        foreach (var failure in critical.Take(OpenCritical))
            FailureCard.Write(html, failure, isTitled: true);
        if (critical.Count <= OpenCritical)
            return;
        html.Open("details", ("class", "detail"))
            .Element("summary", Figures.Count(critical.Count - OpenCritical, "more critical statement"));
        foreach (var failure in critical.Skip(OpenCritical))
            FailureCard.Write(html, failure, isTitled: true);
        html.Close("details");
    }

    private static void WriteGroups(HtmlBuilder html, IReadOnlyList<FailureGroup> groups)
    {
        html.Element("h3", "Other failures, worst group first");
        if (groups.Count == 0)
        {
            html.Nothing("No other failure was found.");
            return;
        }

        html.Open("div", ("class", "tools"), ("hidden", ""));
        html.Element("label", "Show groups with", ("for", "filter"));
        html.Void("input", ("id", "filter"), ("type", "search"), ("placeholder", "intent, kind, version or words"));
        html.Element("button", "Open all", ("type", "button"), ("id", "open-all"));
        html.Element("span", "", ("id", "filter-count"), ("role", "status")).Close("div");
        for (var index = 0; index < groups.Count && index < GroupsWithExamples; index++)
            WriteGroup(html, groups[index], index);
        WriteRest(html, [.. groups.Skip(GroupsWithExamples)]);
    }

    private static void WriteGroup(HtmlBuilder html, FailureGroup group, int index)
    {
        html.Open("details", ("class", "detail group"), ("id", Id(index)));
        html.Open("summary").Element("span", Figures.Count(group.Count), ("class", "count"));
        html.Element("span", Words.Failure(group.Kind), ("class", "name"));
        html.Element("span", Words.Intent(group.Intent), ("class", "intent"));
        html.Element("span", Counts(group), ("class", "note")).Close("summary");
        if (group.Examples.Count == 0)
            html.Nothing("No example was kept.");
        foreach (var failure in group.Examples)
            FailureCard.Write(html, failure, isTitled: false);
        if (group.Count > group.Examples.Count && group.Examples.Count > 0)
            html.Element("p", $"{Figures.Count(group.Examples.Count)} of {Figures.Count(group.Count)} shown.", ("class", "note"));
        html.Close("details");
    }

    private static void WriteRest(HtmlBuilder html, IReadOnlyList<FailureGroup> rest)
    {
        if (rest.Count == 0)
            return;
        html.Open("details", ("class", "detail"), ("id", "failures-counted"))
            .Element("summary", $"{Figures.Count(rest.Count, "smaller group")}, in counts");
        html.Table("Groups without examples", asCards: true, "Kind", "Intent", "Version", "Failures", "Conversations", "New");
        foreach (var group in rest)
            html.Row().Head(Words.Failure(group.Kind)).Cell("Intent", Words.Intent(group.Intent))
                .Cell("Version", Words.Version(group.BotVersion)).Number("Failures", Figures.Count(group.Count))
                .Number("Conversations", Figures.Count(group.Conversations)).Number("New", Figures.Count(group.New)).Close("tr");
        html.CloseTable().Close("details");
    }

    private static string Counts(FailureGroup group) =>
        $"{Words.OfVersion(group.BotVersion)} · {Figures.Count(group.Conversations, "conversation")}"
        + (group.New > 0 ? $" · {Figures.Count(group.New)} new" : "");
}
