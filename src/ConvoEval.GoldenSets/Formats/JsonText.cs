using System;
using System.Text.Json;
using System.Text.Unicode;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>Parses one JSON object strictly: no comments, no trailing commas, no field twice.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The document, whose root is an object; null with a finding otherwise.</summary>
    /// <param name="bytes">UTF-8 without a byte order mark.</param>
    /// <param name="file">File name for findings.</param>
    /// <param name="line">Line for findings; 0 = the bytes are the whole file, and the line is that of the mistake.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, string file, int line, FindingList findings)
    {
        // Bytes that are no UTF-8 have been reported with the file.
        if (!Utf8.IsValid(bytes.Span))
            return null;
        try
        {
            var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            findings.Error(file, line, "wrong_type", null, "a JSON object", "another JSON value");
        }
        catch (JsonException failure)
        {
            var place = line > 0 ? line : (int)(failure.LineNumber ?? 0) + 1;
            var found = failure.BytePositionInLine is { } position
                ? FormattableString.Invariant($"text that breaks off or goes wrong at byte {position + 1}")
                : "a field that stands there twice, or nesting too deep";
            findings.Error(file, place, "invalid_json", null, "a JSON object with each field once", found);
        }

        return null;
    }
}
