using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>One method per format of example files.</summary>
internal static class ExampleFormats
{
    private static readonly string[] TextColumns = ["text", "sentence", "utterance", "query"];
    private static readonly string[] IntentColumns = ["intent", "category", "label"];

    /// <summary>An object with text and intent per line.</summary>
    public static void ReadJsonLines(string text, ExampleCollector examples)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                examples.Add(number, Member(document.RootElement, "text"), Member(document.RootElement, "intent"));
            }
            catch (JsonException error)
            {
                examples.Reject(number, "invalid_json", $"The line is no JSON object: {error.Message}");
            }
        }
    }

    /// <summary>An array of pairs, or the array of an object that <paramref name="part"/> names.</summary>
    public static void ReadJsonPairs(string text, string? part, ExampleCollector examples)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var array = document.RootElement;
            if (array.ValueKind == JsonValueKind.Object)
            {
                var names = string.Join(", ", array.EnumerateObject().Select(member => member.Name));
                array = part is not null && array.TryGetProperty(part, out var named)
                    ? named
                    : throw new InvalidDataException(
                        $"{examples.File} holds the parts {names}: name one as FILE#part (given: {part ?? "none"}).");
            }

            if (array.ValueKind != JsonValueKind.Array)
            {
                throw new InvalidDataException(
                    $"{examples.File}: expected an array of [text, intent], found {array.ValueKind}.");
            }

            var number = 0;
            foreach (var pair in array.EnumerateArray())
            {
                number++;
                if (pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
                    && pair[0].ValueKind == JsonValueKind.String && pair[1].ValueKind == JsonValueKind.String)
                {
                    examples.Add(number, pair[0].GetString(), pair[1].GetString());
                }
                else
                {
                    examples.Reject(number, "wrong_type", "An item must be an array of two texts, [text, intent].");
                }
            }
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{examples.File} is not valid JSON: {error.Message}", error);
        }
    }

    /// <summary>Comma-separated values with a head row (RFC 4180).</summary>
    public static void ReadCsv(string text, ExampleCollector examples)
    {
        List<string>? head = null;
        int textColumn = -1, intentColumn = -1;
        foreach (var (line, fields) in CsvRows(text))
        {
            if (head is null)
            {
                head = fields;
                textColumn = head.FindIndex(name => TextColumns.Contains(name.Trim().ToLowerInvariant()));
                intentColumn = head.FindIndex(name => IntentColumns.Contains(name.Trim().ToLowerInvariant()));
                if (textColumn < 0 || intentColumn < 0)
                {
                    throw new InvalidDataException(
                        $"{examples.File}: the head row must name a text column ({string.Join(", ", TextColumns)}) "
                        + $"and an intent column ({string.Join(", ", IntentColumns)}); "
                        + $"it names {string.Join(", ", head)}.");
                }
            }
            else if (fields.Count == head.Count)
            {
                examples.Add(line, fields[textColumn], fields[intentColumn]);
            }
            else
            {
                examples.Reject(
                    line, "wrong_type", $"The row has {fields.Count} fields; the head row has {head.Count}.");
            }
        }
    }

    /// <summary>Texts and intents on the same lines of two files.</summary>
    public static void ReadAlignedLines(string texts, string intents, ExampleCollector examples)
    {
        var textLines = Lines(texts);
        var intentLines = Lines(intents);
        if (textLines.Length != intentLines.Length)
        {
            throw new InvalidDataException(
                $"{examples.File} has {textLines.Length} lines and its label file {intentLines.Length}; "
                + "they must be aligned.");
        }

        for (var i = 0; i < textLines.Length; i++)
        {
            examples.Add(i + 1, textLines[i], intentLines[i]);
        }
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<(long Line, List<string> Fields)> CsvRows(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        long line = 1, rowLine = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            line += unit == '\n' ? 1 : 0;
            if (isQuoted)
            {
                if (unit != '"')
                {
                    field.Append(unit);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (unit == '"')
            {
                isQuoted = true;
            }
            else if (unit == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (unit == '\n')
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (fields.Count > 1 || fields[0].Length > 0)
                {
                    yield return (rowLine, fields);
                }

                fields = [];
                rowLine = line;
            }
            else
            {
                field.Append(unit);
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString().TrimEnd('\r'));
            yield return (rowLine, fields);
        }
    }
}
