using System;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Markdown;

/// <summary>Licences, coverage, inputs and what the numbers depend on.</summary>
internal static class MarkdownTrust
{
    private const int ShownRejected = 10;

    public static void Write(MarkdownBuilder text, EvaluationReport report)
    {
        text.Heading(2, "Can I trust the judges?");
        if (report.Licences.Count == 0)
            text.Paragraph("No judge was held against golden verdicts, so nothing judged may count.");
        else
            text.Table(["Judge", "Criterion", "Version", "Licence", "Sensitivity", "Specificity", "Golden verdicts"],
            [
                .. report.Licences.Select(licence => new[]
                {
                    licence.Judge, Words.Snake(licence.Criterion), licence.BotVersion ?? "all together", Words.Licence(licence.State).Text,
                    Rate(licence.Sensitivity, licence.SensitivityLow, licence.SensitivityHigh, licence.GoodPassed + licence.GoodFailed),
                    Rate(licence.Specificity, licence.SpecificityLow, licence.SpecificityHigh, licence.BadPassed + licence.BadFailed),
                    $"{licence.GoldenSet}, {Words.Annotator(licence.Annotator)}",
                }),
            ]);
        if (report.Ledger.Count > 0)
            WriteCoverage(text, report);
        WriteInputs(text, report);
        WriteProvenance(text, report);
    }

    private static void WriteCoverage(MarkdownBuilder text, EvaluationReport report)
    {
        var lines = report.Ledger.Select(line => (Line: line, Parts: Partition.Of(line))).ToList();
        var names = Partition.Names(lines.Select(entry => entry.Parts));
        text.Table(["Criterion", "Judge", "Version", .. names, "All"],
        [
            .. lines.Select(entry => (string[])
            [
                Words.Snake(entry.Line.Criterion), entry.Line.Judge, Words.Version(entry.Line.BotVersion),
                .. names.Select(name => entry.Parts.Find(name).ToString()), Figures.Count(entry.Line.Total),
            ]),
        ]);
    }

    private static void WriteInputs(MarkdownBuilder text, EvaluationReport report)
    {
        text.Heading(2, "Inputs");
        if (report.Inputs.Count == 0)
            text.Paragraph("No source was read.");
        else
            text.Table(["Source", "Read", "Kept", "Duplicates", "Re-opened", "Conflicts", "Rejected pieces"],
            [
                .. report.Inputs.Select(line => new[]
                {
                    line.Source, Figures.Count(line.Read), Figures.Count(line.Kept), Figures.Count(line.Duplicates), Figures.Count(line.Reopened),
                    Figures.Count(line.Conflicts), Figures.Count(line.Rejected),
                }),
            ]);
        text.List(isNumbered: false,
        [
            .. report.Rejected.Take(ShownRejected).Select(piece =>
                $"{piece.File}:{piece.Line.ToString(CultureInfo.InvariantCulture)}: {Words.Snake(piece.ReasonCode)}. {piece.Message}"),
        ]);
        if (report.Excluded.Count > 0)
            text.Paragraph("Not counted: " + string.Join(", ", report.Excluded.OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Words.Snake(entry.Key)} {Figures.Count(entry.Value)}")) + ".");
        if (report.Masked.Count > 0)
            text.Paragraph("Masked: " + string.Join(", ", report.Masked.OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Words.Snake(entry.Key)} {Figures.Count(entry.Value)}")) + ".");
    }

    private static void WriteProvenance(MarkdownBuilder text, EvaluationReport report)
    {
        if (report.Provenance.Count == 0)
            return;
        text.Heading(2, "Provenance");
        text.Table(["What", "Name", "Version", "SHA-256"],
            [.. report.Provenance.Select(line => new[] { line.What, line.Name, line.Version, line.Hash })]);
    }

    private static string Rate(double? rate, double? low, double? high, long n)
    {
        if (rate is not { } value)
            return "none in the golden set";
        var interval = low is { } from && high is { } to ? Figures.Interval(KpiUnit.Share, from, to) + ", " : "no interval, ";
        return $"{Figures.Percent(value)} ({interval}n\u00A0{Figures.Count(n)})";
    }
}
