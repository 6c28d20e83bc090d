using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvoEval.Domain.Transcripts;

/// <summary>
/// One text for every way to write the same JSON value, so that two tool calls can be compared: keys sorted by UTF-16
/// code unit, no blanks, numbers without needless zeros or exponents (1.0 and 1e0 are 1), the last of a repeated key.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The canonical text of a value.</summary>
    /// <exception cref="InvalidOperationException">A string in it holds half a surrogate pair.</exception>
    public static string Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The canonical text of a value given as JSON text.</summary>
    /// <returns>False when the text is no JSON, or holds half a surrogate pair.</returns>
    public static bool TryNormalize(string json, out string canonical)
    {
        canonical = "";
        try
        {
            using var document = JsonDocument.Parse(json);
            canonical = Of(document.RootElement);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A text as a canonical JSON string, quotes included.</summary>
    public static string OfText(string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 2);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            writer.WriteStringValue(text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value.GetRawText()), skipInputValidation: true);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = member.Value;
        writer.WriteStartObject();
        foreach (var (name, member) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }

    private static string Number(string raw)
    {
        if (raw != "-0" && !raw.AsSpan().ContainsAny('.', 'e', 'E'))
            return raw;
        if (decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && (exact != 0 || IsZero(raw)))
            return exact == 0 ? "0" : Shortest(exact).ToString(CultureInfo.InvariantCulture);
        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var near) && double.IsFinite(near)
            ? near.ToString("R", CultureInfo.InvariantCulture)
            : raw;
    }

    /// <summary>The same amount without zeros at the end.</summary>
    internal static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static bool IsZero(string raw)
    {
        var exponent = raw.AsSpan().IndexOfAny('e', 'E');
        return !raw.AsSpan(0, exponent < 0 ? raw.Length : exponent).ContainsAnyInRange('1', '9');
    }
}
