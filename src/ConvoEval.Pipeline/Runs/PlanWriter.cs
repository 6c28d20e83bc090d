using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Kpis;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Writes the plan of a run as canonical JSON: fixed order of fields, no blanks, no machine names.</summary>
internal static class PlanWriter
{
    private const int FormatVersion = 1;

    public static RunPlan Write(RunParts parts, IReadOnlyList<InputDigest> inputs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", FormatVersion);
            json.WriteString("program", parts.ProgramVersion);
            json.WriteString("workspace", parts.Options.Workspace);
            WriteInputs(json, parts.Options, inputs);
            json.WriteString("masking", parts.RedactionVersion);
            WriteTexts(json, "publicContacts", parts.Options.PublicContacts);
            WriteModel(json, parts);
            WriteGoldenSet(json, parts);
            WriteJudges(json, parts);
            json.WriteString("goals", HashOf(parts.Options.Goals));
            WriteKpis(json, parts.Options.Kpis);
            WriteOptions(json, parts.Options);
            json.WriteEndObject();
        }

        return new RunPlan(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>SHA-256 (hex) over the definitions of the goals.</summary>
    public static string HashOf(IReadOnlyList<GoalDefinition> goals)
    {
        var text = new StringBuilder();
        foreach (var goal in goals)
        {
            text.Append(goal.Id).Append('\n').Append(goal.Definition).Append('\n').AppendJoin('|', goal.OpenedByIntents).Append('\n');
            foreach (var evidence in goal.ReachedBy)
                text.Append(Describe(evidence)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Describe(GoalEvidence evidence) => evidence switch
    {
        GoalEvidence.Event e => string.Create(CultureInfo.InvariantCulture, $"event {e.Type} {e.Name} {e.MinAmount}"),
        GoalEvidence.Tool tool => $"tool {tool.Name}",
        GoalEvidence.Intent intent => $"intent {intent.Name}",
        GoalEvidence.Phrase phrase => $"phrase {phrase.IsSaidByUser} {string.Join('|', phrase.AnyOf)}",
        GoalEvidence.ExpectedActions actions => $"expected_actions {string.Join('|', actions.ReadOnlyTools)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void WriteInputs(Utf8JsonWriter json, EvaluationOptions options, IReadOnlyList<InputDigest> inputs)
    {
        json.WriteStartArray("sources");
        var next = 0;
        foreach (var source in options.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("format", source.Format ?? "auto");
            foreach (var (key, value) in source.FormatOptions)
                json.WriteString(key, value);
            json.WriteStartArray("files");
            for (var i = 0; i < source.Files.Count; i++)
            {
                var input = inputs[next++];
                json.WriteStartObject();
                json.WriteString("path", input.DisplayPath);
                if (input.BotVersion is not null)
                    json.WriteString("version", input.BotVersion);
                json.WriteNumber("bytes", input.SizeBytes);
                json.WriteString("sha256", input.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, RunParts parts)
    {
        if (parts.Classifier?.Identity is not { } model)
            return;
        json.WriteStartObject("intentModel");
        json.WriteString("name", model.Name);
        json.WriteString("version", model.Version);
        json.WriteString("digest", model.Digest);
        json.WriteEndObject();
    }

    private static void WriteGoldenSet(Utf8JsonWriter json, RunParts parts)
    {
        if (parts.GoldenSet is not { } golden)
            return;
        json.WriteStartObject("goldenSet");
        json.WriteString("name", golden.Name);
        json.WriteString("version", golden.Version);
        json.WriteString("digest", golden.Digest);
        json.WriteEndObject();
    }

    private static void WriteJudges(Utf8JsonWriter json, RunParts parts)
    {
        json.WriteStartArray("judges");
        foreach (var judge in parts.Judges)
        {
            json.WriteStartObject();
            json.WriteString("judge", judge.Digest.Judge);
            json.WriteString("criterion", judge.Criterion);
            json.WriteString("hash", judge.Digest.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKpis(Utf8JsonWriter json, IReadOnlyList<KpiDefinition> kpis)
    {
        json.WriteStartArray("kpis");
        foreach (var kpi in kpis)
        {
            json.WriteStartObject();
            json.WriteString("id", kpi.Id);
            json.WriteNumber("version", kpi.Version);
            WriteNumber(json, "margin", kpi.Margin);
            WriteNumber(json, "target", kpi.Target);
            WriteNumber(json, "redLine", kpi.RedLine);
            json.WriteBoolean("pinned", kpi.IsPinned);
            json.WriteNumber("minimumScored", kpi.MinimumScored);
            if (kpi.Owner is not null)
                json.WriteString("owner", kpi.Owner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, EvaluationOptions options)
    {
        json.WriteStartObject("options");
        json.WriteNumber("confidence", options.Level);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("batchSize", options.BatchSize);
        json.WriteNumber("coverageFloor", options.CoverageFloor);
        WriteTexts(json, "smallTalkIntents", options.SmallTalkIntents);
        if (options.RecordsHandovers is { } records)
            json.WriteBoolean("recordsHandovers", records);
        if (options.Since is { } since)
            json.WriteString("since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (options.CompareFrom is not null)
            json.WriteString("compareFrom", options.CompareFrom);
        if (options.CompareTo is not null)
            json.WriteString("compareTo", options.CompareTo);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
