using System;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Markdown;

/// <summary>Writes a report as Markdown, short enough for a build summary or a merge request: verdict, KPIs, news, failures, trust.</summary>
public static class MarkdownReportWriter
{
    private const int ShownGroups = 10;
    private const int ShownWarnings = 20;

    /// <summary>The text, with LF line ends. Equal reports give equal text.</summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself.</exception>
    public static string Compose(EvaluationReport report)
    {
        var reading = new ReportReading(report);
        var text = new MarkdownBuilder();
        WriteVerdict(text, reading);
        WriteKpis(text, reading);
        WriteNews(text, report);
        MarkdownFailures.Write(text, report, ShownGroups);
        WriteOutcomes(text, report);
        MarkdownTrust.Write(text, report);
        return text.Finish();
    }

    private static void WriteVerdict(MarkdownBuilder text, ReportReading reading)
    {
        var report = reading.Report;
        var word = Verdicts.Headline(reading);
        text.Heading(1, $"{word.Sign} {word.Text}");
        text.Paragraph($"{report.Workspace}, run {report.Run}");
        if (Verdicts.Basis(reading) is { Length: > 0 } basis)
            text.Paragraph(basis);
        if (report.Gate is { } gate)
        {
            text.List(isNumbered: true, [.. gate.Reasons]);
            foreach (var given in gate.Overrides)
                text.Strong($"Override of {Verdicts.Subject(reading, given)} for version {given.BotVersion}", $": “{given.Reason}” — {given.Author}, holds until {Figures.Day(given.Expires)}");
        }

        var critical = reading.Newest is null ? report.CriticalStatements.Count : reading.CriticalOf(reading.Newest);
        text.Strong("Critical statements" + (reading.Newest is null ? "" : " in " + reading.Newest), ": "
            + (critical == 0 && !reading.IsAdherenceGraded(reading.Newest) ? "unknown, nothing was graded for them" : Figures.Count(critical)));
        if (report.Warnings.Count > 0)
        {
            text.Heading(2, "Before you rely on this");
            text.List(isNumbered: false, [.. report.Warnings.Take(ShownWarnings)]);
            if (report.Warnings.Count > ShownWarnings)
                text.Paragraph($"and {Figures.Count(report.Warnings.Count - ShownWarnings)} more in report.html.");
        }
    }

    private static void WriteKpis(MarkdownBuilder text, ReportReading reading)
    {
        text.Heading(2, "KPIs");
        var newest = reading.Newest ?? "all versions";
        if (reading.Older is not { } older)
        {
            text.Table(["KPI", newest, "Goals", "Light"],
            [
                .. reading.Kpis.Select(kpi => new[]
                {
                    Name(kpi), Sentences.Estimate(kpi.Definition, kpi.Newest), Words.Goals(kpi.Definition) ?? "none set", Show(Words.Light(kpi)),
                }),
            ]);
            return;
        }

        text.Table(["KPI", older, newest, "Goals", "Light", "Difference", "Verdict", "Compared on"],
        [
            .. reading.Kpis.Select(kpi => new[]
            {
                Name(kpi), Sentences.Short(kpi.Definition, kpi.Older), Sentences.Estimate(kpi.Definition, kpi.Newest),
                Words.Goals(kpi.Definition) ?? "none set", Show(Words.Light(kpi)),
                kpi.Comparison is { } compared ? Sentences.Difference(kpi.Definition, compared) : "–",
                kpi.Comparison is { } judged ? Show(Words.Comparison(judged, kpi.Definition.Direction)) : "not compared",
                kpi.Comparison is { } paired ? Sentences.Pairs(paired) : "–",
            }),
        ]);
        text.Paragraph("A value stands with its interval, its n, and what was unscored. The light looks at the whole interval. Pinned KPIs are marked •.");
    }

    private static void WriteNews(MarkdownBuilder text, EvaluationReport report)
    {
        text.Heading(2, "What is new");
        if (report.LastNight is not { } last)
        {
            text.Paragraph("No conversation carries a time, so nothing can be called new.");
            return;
        }

        var tonight = NightSpan.Of(report, night => night == last).Select(span => (Name: Figures.Day(last), Span: span));
        var before = NightSpan.Of(report, night => night < last).Select(span => (Name: Figures.Count(span.Nights, "night") + " before", Span: span));
        text.Table(["Nights", "Version", "Conversations", "Goals reached", "Fallbacks of bot turns", "Contradicted responses", "Critical statements"],
        [
            .. tonight.Concat(before).Select(line => new[]
            {
                line.Name, Words.Version(line.Span.BotVersion), Figures.Count(line.Span.Conversations),
                Figures.Of(line.Span.GoalsReached, line.Span.GoalBearing),
                line.Span.Fallbacks is { } fallbacks ? Figures.Of(fallbacks, line.Span.BotTurns) : "unknown",
                Figures.Of(line.Span.Contradicted, line.Span.ResponsesGraded), Figures.Count(line.Span.CriticalStatements),
            }),
        ]);
        text.Paragraph($"{Figures.Count(report.Failures.Sum(group => group.New), "new failure")}, "
            + $"{Figures.Count(report.CriticalStatements.Count(failure => failure.IsNew), "new critical statement")}.");
    }

    private static void WriteOutcomes(MarkdownBuilder text, EvaluationReport report)
    {
        text.Heading(2, "Outcomes");
        if (report.Outcomes.All(outcome => outcome.Eligible == 0))
        {
            text.Paragraph("No conversation was counted.");
            return;
        }

        var shown = report.Outcomes.Where(outcome => outcome.Eligible > 0)
            .Select(outcome => (Version: outcome.BotVersion, Parts: Partition.Of(outcome))).ToList();
        var names = Partition.Names(shown.Select(entry => entry.Parts));
        text.Table(["Version", .. names, "All"],
        [
            .. shown.Select(entry => (string[])
            [
                Words.Version(entry.Version), .. names.Select(name => entry.Parts.Find(name).ToString()),
                $"100\u00A0% ({Figures.Count(entry.Parts.Whole)})",
            ]),
        ]);
    }

    private static string Name(KpiReading kpi) => (kpi.Definition.IsPinned ? "• " : "") + kpi.Definition.Name;

    private static string Show(Word word) => $"{word.Sign} {word.Text}";
}
