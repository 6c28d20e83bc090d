using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>What was read, what was not, and why; what does not count; what was masked; what the numbers depend on.</summary>
internal static class InputSection
{
    public static void Write(HtmlBuilder html, EvaluationReport report)
    {
        html.Section("inputs", "Inputs", "Read = kept + duplicates + re-opened + conflicts. Rejected pieces could not be read and stand beside.");
        WriteSources(html, report.Inputs);
        WriteRejected(html, report);
        WriteCounts(html, "Conversations that do not count, by reason", "Reason", "Conversations", report.Excluded, "Every conversation read counts.");
        WriteCounts(html, "Personal data masked, by kind", "Kind", "Places", report.Masked, "No personal data was masked.");
        html.Close("section");
    }

    public static void WriteProvenance(HtmlBuilder html, IReadOnlyList<ProvenanceLine> lines)
    {
        html.Section("provenance", "Provenance", "The numbers depend on these. The same ones give the same report, byte for byte; times and machine are in run.json.");
        if (lines.Count == 0)
            html.Nothing("Nothing was recorded.");
        else
        {
            html.Table("What the numbers depend on", asCards: true, "What", "Name", "Version", "SHA-256");
            foreach (var line in lines)
                html.Row().Head(line.What).Cell("Name", line.Name).Cell("Version", line.Version.Length == 0 ? "–" : line.Version)
                    .Cell("SHA-256", line.Hash.Length == 0 ? "–" : line.Hash, "hash").Close("tr");
            html.CloseTable();
        }

        html.Close("section");
    }

    private static void WriteSources(HtmlBuilder html, IReadOnlyList<InputLine> inputs)
    {
        if (inputs.Count == 0)
        {
            html.Nothing("No source was read.");
            return;
        }

        html.Table("Conversations by source", asCards: true, "Source", "Read", "Kept", "Duplicates", "Re-opened", "Conflicts", "Rejected pieces");
        foreach (var line in inputs)
            html.Row().Head(line.Source).Number("Read", Figures.Count(line.Read)).Number("Kept", Figures.Count(line.Kept))
                .Number("Duplicates", Figures.Count(line.Duplicates)).Number("Re-opened", Figures.Count(line.Reopened))
                .Number("Conflicts", Figures.Count(line.Conflicts)).Number("Rejected pieces", Figures.Count(line.Rejected)).Close("tr");
        html.CloseTable();
    }

    private static void WriteRejected(HtmlBuilder html, EvaluationReport report)
    {
        var all = report.Inputs.Sum(line => line.Rejected);
        if (all == 0 && report.Rejected.Count == 0)
        {
            html.Nothing("Nothing was rejected.");
            return;
        }

        html.Open("details", ("class", "detail"), ("open", "")).Element("summary", report.Rejected.Count < all
            ? $"Rejected: the first {Figures.Count(report.Rejected.Count)} of {Figures.Count(all, "piece")}"
            : "Rejected: " + Figures.Count(Math.Max(all, report.Rejected.Count), "piece"));
        html.Table("Rejected pieces of the input", asCards: true, "Place", "Reason", "Expected and found");
        foreach (var piece in report.Rejected)
            html.Row().Head(piece.Line == 0 ? piece.File : piece.File + ":" + piece.Line.ToString(CultureInfo.InvariantCulture))
                .Cell("Reason", Words.Snake(piece.ReasonCode)).Cell("Expected and found", piece.Message).Close("tr");
        html.CloseTable().Close("details");
    }

    private static void WriteCounts(
        HtmlBuilder html, string caption, string key, string count, IReadOnlyDictionary<string, long> counts, string nothing)
    {
        if (counts.Count == 0)
        {
            html.Nothing(nothing);
            return;
        }

        html.Table(caption, asCards: false, key, count);
        foreach (var (name, number) in counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            html.Row().Head(Words.Snake(name)).Number(count, Figures.Count(number)).Close("tr");
        html.CloseTable();
    }
}
