using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Csv;

/// <summary>
/// Writes kpis.csv: every estimate in a line, RFC 4180 with LF line ends, numbers in full precision with a point. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class KpiCsvWriter
{
    private static readonly string[] Columns =
    [
        "kpi", "name", "version", "segment", "unit", "value", "low", "high", "level", "method", "numerator", "denominator", "scored",
        "unscored", "raw", "unscored_as_fail", "unscored_as_pass", "assumptions", "judge", "missing_because",
    ];

    /// <summary>The table. An empty field is unknown, never 0.</summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself.</exception>
    public static string Compose(EvaluationReport report)
    {
        ReportCheck.ThrowIfBroken(report);
        var definitions = report.Definitions.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
        var csv = new StringBuilder();
        csv.AppendJoin(',', Columns).Append('\n');
        foreach (var estimate in report.Estimates)
            csv.AppendJoin(',', Fields(estimate, definitions.GetValueOrDefault(estimate.KpiId))).Append('\n');
        return csv.ToString();
    }

    private static IEnumerable<string> Fields(Estimate estimate, KpiDefinition? definition) =>
    [
        Text(estimate.KpiId), Text(definition?.Name), Text(estimate.BotVersion), Text(estimate.Segment),
        definition is null ? "" : Words.Machine(definition.Unit), Number(estimate.Value), Number(estimate.Low), Number(estimate.High),
        Number(estimate.Level), Text(estimate.Method), Number(estimate.Numerator), Number(estimate.Denominator),
        estimate.Scored.ToString(CultureInfo.InvariantCulture), estimate.Unscored.ToString(CultureInfo.InvariantCulture),
        Number(estimate.Raw), Number(estimate.UnscoredAsFail), Number(estimate.UnscoredAsPass),
        Text(string.Join(' ', estimate.Assumptions)), Text(estimate.JudgeHash), Text(estimate.MissingBecause),
    ];

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Spreadsheets skip leading blanks before they look for a formula, and so does this.
        var visible = VisibleText.Of(text);
        var start = visible.TrimStart();
        var isFormula = text[0] is '\t' or '\r' or '\n' || (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
        var safe = isFormula ? "'" + visible : visible;
        return safe.AsSpan().ContainsAny("\",\n\r;\t") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
