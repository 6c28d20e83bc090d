using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage.Columns;

/// <summary>
/// Short lists as JSON in a text column; an empty list is null. Texts inside go through <see cref="StoredText"/> first,
/// so that they come back unchanged.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Write(IReadOnlyList<IntentCandidate> candidates) =>
        Write(candidates, WriteCandidate);

    public static IReadOnlyList<IntentCandidate> ReadCandidates(string? column) => Read(column, static item =>
        new IntentCandidate(ReadText(item[0]), item[1].ValueKind == JsonValueKind.Null ? null : item[1].GetDouble()));

    public static string? Write(IReadOnlyList<string> names) =>
        Write(names, static (json, name) => json.WriteStringValue(StoredText.Write(name)));

    public static IReadOnlyList<string> ReadNames(string? column) => Read(column, ReadText);

    public static string? Write(IReadOnlyList<Evidence> evidence) => Write(evidence, static (json, item) =>
    {
        json.WriteStartObject();
        json.WriteNumber("turn", item.TurnIndex);
        json.WriteNumber("start", item.Start);
        json.WriteNumber("end", item.End);
        json.WriteString("quote", StoredText.Write(item.Quote));
        json.WriteEndObject();
    });

    public static IReadOnlyList<Evidence> ReadEvidence(string? column) => Read(column, static item => new Evidence(
        item.GetProperty("turn").GetInt32(),
        item.GetProperty("start").GetInt32(),
        item.GetProperty("end").GetInt32(),
        ReadText(item.GetProperty("quote"))));

    private static void WriteCandidate(Utf8JsonWriter json, IntentCandidate candidate)
    {
        json.WriteStartArray();
        json.WriteStringValue(StoredText.Write(candidate.Intent));
        if (candidate.Confidence is { } confidence)
        {
            json.WriteNumberValue(confidence);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static string? Write<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeItem)
    {
        if (items.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartArray();
        foreach (var item in items)
        {
            writeItem(json, item);
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IReadOnlyList<T> Read<T>(string? column, Func<JsonElement, T> readItem)
    {
        if (column is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(column);
        var items = new List<T>(document.RootElement.GetArrayLength());
        foreach (var item in document.RootElement.EnumerateArray())
        {
            items.Add(readItem(item));
        }

        return items;
    }

    private static string ReadText(JsonElement element) =>
        StoredText.Read(element.GetString() ?? throw new FormatException("A stored list holds null, expected a text."));
}
