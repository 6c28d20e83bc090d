using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>Does the newest version ship, why, and how sure is that.</summary>
internal static class VerdictSection
{
    private const int MainReasons = 3;

    public static void Write(HtmlBuilder html, ReportReading reading)
    {
        var report = reading.Report;
        var word = Verdicts.Headline(reading);
        html.Open("section", ("id", "verdict"), ("class", "verdict " + Parts.ToneClass(word.Tone)), ("aria-labelledby", "verdict-title"));
        html.Open("div", ("class", "headline"));
        html.Element("span", word.Sign, ("class", "seal"), ("aria-hidden", "true"));
        html.Open("div");
        html.Element("h1", word.Text, ("id", "verdict-title"));
        html.Element("p", Verdicts.Basis(reading), ("class", "basis")).Close("div").Close("div");

        WriteReasons(html, report.Gate);
        WriteOverrides(html, reading);
        WriteKeyFacts(html, reading);
        WriteWarnings(html, report);
        html.Close("section");
    }

    private static void WriteReasons(HtmlBuilder html, GateDecision? gate)
    {
        if (gate is null || gate.Reasons.Count == 0)
            return;
        html.Element("h2", gate.Reasons.Count > 1 ? "Why" : "Why, in one sentence", ("class", "small"));
        html.Open("ol", ("class", "reasons"));
        foreach (var reason in gate.Reasons.Take(MainReasons))
            html.Element("li", reason);
        html.Close("ol");
        if (gate.Reasons.Count <= MainReasons)
            return;
        html.Open("details").Element("summary", $"{Figures.Count(gate.Reasons.Count - MainReasons, "more reason")}");
        html.Open("ul", ("class", "reasons"));
        foreach (var reason in gate.Reasons.Skip(MainReasons))
            html.Element("li", reason);
        html.Close("ul").Close("details");
    }

    private static void WriteOverrides(HtmlBuilder html, ReportReading reading)
    {
        if (reading.Report.Gate is not { Overrides.Count: > 0 } gate)
            return;
        html.Open("div", ("class", "overrides"), ("role", "note"));
        html.Element("h2", gate.IsOverridden ? "Overridden: the release passes by a person's decision" : "Overrides in force", ("class", "small"));
        html.Open("ul");
        foreach (var given in gate.Overrides)
        {
            html.Open("li").Element("strong", Verdicts.Subject(reading, given)).Text(" for version " + given.BotVersion + ": ");
            html.Element("q", given.Reason);
            html.Text($" — {given.Author}, holds until {Figures.Day(given.Expires)}").Close("li");
        }

        html.Close("ul").Close("div");
    }

    private static void WriteKeyFacts(HtmlBuilder html, ReportReading reading)
    {
        html.Open("dl", ("class", "facts"));
        foreach (var (term, value, note, tone) in Facts(reading))
        {
            html.Open("div", ("class", "fact " + Parts.ToneClass(tone)));
            html.Element("dt", term).Element("dd", value, ("class", value.Contains('\n', StringComparison.Ordinal) ? "list" : null));
            if (note is not null)
                html.Element("dd", note, ("class", "note"));
            html.Close("div");
        }

        html.Close("dl");
    }

    private static IEnumerable<(string Term, string Value, string? Note, Tone Tone)> Facts(ReportReading reading)
    {
        var report = reading.Report;
        var critical = reading.Newest is null ? report.CriticalStatements.Count : reading.CriticalOf(reading.Newest);
        var isGraded = reading.IsAdherenceGraded(reading.Newest);
        yield return (
            "Critical statements" + (reading.Newest is null ? "" : $" in {reading.Newest}"),
            critical == 0 && !isGraded ? "unknown" : Figures.Count(critical),
            critical == 0 && !isGraded ? "nothing was graded for them" : reading.Older is null ? null : $"{reading.CriticalOf(reading.Older)} in {reading.Older}",
            critical > 0 ? Tone.Bad : isGraded ? Tone.Good : Tone.Unsure);
        if (Sentences.PinnedVerdicts(reading) is { Count: > 0 } verdicts)
            yield return ("Pinned KPIs against " + reading.Older, string.Join('\n', verdicts), null, Tone.Plain);
        yield return (
            "Conversations counted",
            Figures.Count(reading.Conversations),
            reading.Report.Outcomes.Count < 2 ? null
                : string.Join(", ", report.Outcomes.Select(outcome => $"{Words.Version(outcome.BotVersion)}: {Figures.Count(outcome.Eligible)}")),
            reading.Conversations == 0 ? Tone.Unsure : Tone.Plain);
        if (Verdicts.Needed(reading) is { } needed)
            yield return ("To decide what is open", Figures.Count(needed), "conversations per version, at the differences seen", Tone.Plain);
        if (report.LastNight is { } night)
            yield return ("New on " + Figures.Day(night), Figures.Count(report.Failures.Sum(group => group.New), "failure"),
                Figures.Count(report.CriticalStatements.Count(failure => failure.IsNew), "critical statement"), Tone.Plain);
    }

    private static void WriteWarnings(HtmlBuilder html, EvaluationReport report)
    {
        if (report.Warnings.Count == 0)
            return;
        html.Open("div", ("class", "warnings"), ("role", "note")).Element("h2", "Before you rely on this", ("class", "small"));
        html.Open("ul");
        foreach (var warning in report.Warnings)
            html.Element("li", warning);
        html.Close("ul").Close("div");
    }
}
