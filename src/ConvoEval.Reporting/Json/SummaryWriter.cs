using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Reporting.Readings;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Json;

/// <summary>
/// Writes summary.json: the results for programs. Keys, their order and their meaning are fixed by docs/formats/summary.schema.json;
/// a change of them raises the format version. Rates are fractions from 0 to 1; null means unknown, never 0.
/// </summary>
public static class SummaryWriter
{
    /// <summary>Version of the format; readers refuse a higher one.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = VisibleEncoder.Instance,
    };

    /// <summary>The document, with LF line ends. Equal reports give equal text.</summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself.</exception>
    public static string Compose(EvaluationReport report)
    {
        ReportCheck.ThrowIfBroken(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", FormatVersion);
            Text(json, "run", report.Run);
            Array(json, "kpis", report.Estimates, WriteEstimate);
            Array(json, "comparisons", report.Comparisons, WriteComparison);
            Array(json, "coverage", report.Ledger, WriteCoverage);
            Array(json, "clusters", System.Array.Empty<string>(), static (_, _) => { });
            json.WriteNull("drift");
            WriteGate(json, report.Gate);
            Array(json, "outcomes", report.Outcomes, WriteOutcome);
            Array(json, "licences", report.Licences, WriteLicence);
            WriteCritical(json, report.CriticalStatements);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteEstimate(Utf8JsonWriter json, Estimate estimate)
    {
        Text(json, "id", estimate.KpiId);
        Text(json, "version", estimate.BotVersion);
        Text(json, "segment", estimate.Segment);
        Number(json, "value", estimate.Value);
        Number(json, "low", estimate.Low);
        Number(json, "high", estimate.High);
        Number(json, "level", estimate.Level);
        Text(json, "method", estimate.Method);
        Number(json, "numerator", estimate.Numerator);
        Number(json, "denominator", estimate.Denominator);
        json.WriteNumber("scored", estimate.Scored);
        json.WriteNumber("unscored", estimate.Unscored);
        Number(json, "raw", estimate.Raw);
        Texts(json, "assumptions", estimate.Assumptions);
        Text(json, "judge", estimate.JudgeHash);
        json.WriteStartObject("bounds");
        Number(json, "unscoredAsFail", estimate.UnscoredAsFail);
        Number(json, "unscoredAsPass", estimate.UnscoredAsPass);
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, KpiComparison comparison)
    {
        Text(json, "kpi", comparison.KpiId);
        Text(json, "from", comparison.From);
        Text(json, "to", comparison.To);
        Number(json, "difference", comparison.Difference);
        Number(json, "low", comparison.Low);
        Number(json, "high", comparison.High);
        Text(json, "verdict", Words.Machine(comparison.Verdict));
        Number(json, "mix", comparison.Mix);
        Number(json, "within", comparison.Within);
    }

    private static void WriteCoverage(Utf8JsonWriter json, LedgerLine line)
    {
        Text(json, "criterion", line.Criterion);
        Text(json, "version", line.BotVersion);
        Text(json, "judge", line.Judge);
        json.WriteNumber("total", line.Total);
        json.WriteNumber("scored", line.Scored);
        json.WriteNumber("abstained", line.Abstained);
        json.WriteNumber("notApplicable", line.NotApplicable);
        json.WriteNumber("unparsable", line.Unparsable);
        json.WriteNumber("skippedByBudget", line.SkippedByBudget);
        json.WriteNumber("errored", line.Errored);
    }

    private static void WriteGate(Utf8JsonWriter json, GateDecision? gate)
    {
        if (gate is null)
        {
            json.WriteNull("gate");
            return;
        }

        json.WriteStartObject("gate");
        Text(json, "outcome", Words.Machine(gate.Outcome));
        Text(json, "from", gate.From);
        Text(json, "to", gate.To);
        Texts(json, "reasons", gate.Reasons);
        json.WriteBoolean("isOverridden", gate.IsOverridden);
        Array(json, "overrides", gate.Overrides, static (writer, given) =>
        {
            Text(writer, "subject", given.Subject);
            Text(writer, "version", given.BotVersion);
            Text(writer, "author", given.Author);
            Text(writer, "reason", given.Reason);
            Text(writer, "expires", Figures.Day(given.Expires));
        });
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, OutcomePartition outcome)
    {
        Text(json, "version", outcome.BotVersion);
        json.WriteNumber("eligible", outcome.Eligible);
        json.WriteNumber("escalated", outcome.Escalated);
        json.WriteNumber("abandoned", outcome.Abandoned);
        json.WriteNumber("resolved", outcome.Resolved);
        json.WriteNumber("partial", outcome.Partial);
        json.WriteNumber("noGoal", outcome.NoGoal);
        json.WriteNumber("unknown", outcome.Unknown);
    }

    private static void WriteLicence(Utf8JsonWriter json, JudgeLicence licence)
    {
        Text(json, "judge", licence.JudgeHash);
        Text(json, "name", licence.Judge);
        Text(json, "criterion", licence.Criterion);
        Text(json, "version", licence.BotVersion);
        Text(json, "goldenSet", licence.GoldenSet);
        Text(json, "annotator", licence.Annotator);
        Text(json, "state", Words.Machine(licence.State));
        Texts(json, "reasons", licence.Reasons);
        WriteRate(json, "sensitivity", licence.Sensitivity, licence.SensitivityLow, licence.SensitivityHigh, licence.GoodPassed + licence.GoodFailed);
        WriteRate(json, "specificity", licence.Specificity, licence.SpecificityLow, licence.SpecificityHigh, licence.BadPassed + licence.BadFailed);
        json.WriteNumber("goodPassed", licence.GoodPassed);
        json.WriteNumber("goodFailed", licence.GoodFailed);
        json.WriteNumber("badPassed", licence.BadPassed);
        json.WriteNumber("badFailed", licence.BadFailed);
        json.WriteNumber("abstained", licence.Abstained);
        json.WriteNumber("unscored", licence.Unscored);
    }

    private static void WriteRate(Utf8JsonWriter json, string name, double? value, double? low, double? high, long n)
    {
        json.WriteStartObject(name);
        Number(json, "value", value);
        Number(json, "low", low);
        Number(json, "high", high);
        json.WriteNumber("n", n);
        json.WriteEndObject();
    }

    private static void WriteCritical(Utf8JsonWriter json, IReadOnlyList<Failure> critical)
    {
        json.WriteStartObject("criticalStatements");
        json.WriteNumber("count", critical.Count);
        Array(json, "refs", critical, static (writer, failure) =>
        {
            Text(writer, "source", failure.Conversation.Source);
            Text(writer, "conversation", failure.Conversation.SourceId);
            writer.WriteNumber("turn", failure.TurnIndex);
            Text(writer, "version", failure.BotVersion);
            Text(writer, "night", failure.Night is { } night ? Figures.Day(night) : null);
            Text(writer, "subject", failure.SubjectId);
            writer.WriteBoolean("isNew", failure.IsNew);
        });
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Select(Valid))
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, Valid(text));
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    /// <summary>
    /// Ids must come back as they were, so nothing is made visible here: the encoder writes hidden characters as \u escapes. Only a lone
    /// surrogate, which is no text, becomes U+FFFD.
    /// </summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
