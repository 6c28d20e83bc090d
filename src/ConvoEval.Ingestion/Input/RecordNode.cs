using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Input;

/// <summary>An object of a foreign record that knows its path and refuses what a field may not hold. Null is absent.</summary>
internal readonly struct RecordNode
{
    private const decimal Largest = 1_000_000_000_000_000;
    private readonly JsonElement _element;

    private RecordNode(JsonElement element, string path)
    {
        _element = element;
        Path = path;
    }

    /// <summary>Where it stands, such as <c>$.messages[3]</c>.</summary>
    public string Path { get; }

    /// <summary>Its fields.</summary>
    public JsonElement.ObjectEnumerator Fields => _element.EnumerateObject();

    /// <summary>Reads a record; what it makes must not refer to the document.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8Json, Func<RecordNode, T> make, out InputFault? fault)
        where T : class
    {
        fault = null;
        if (!Utf8.IsValid(utf8Json.Span))
        {
            fault = new InputFault("invalid_encoding", "$: expected UTF-8, found bytes that are none");
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = 128 });
            return make(Of(document.RootElement, "$"));
        }
        catch (RecordFault refused)
        {
            fault = refused.Fault;
        }
        catch (JsonException broken)
        {
            var place = FormattableString.Invariant($"byte {broken.BytePositionInLine + 1} of line {broken.LineNumber + 1}");
            fault = new InputFault("invalid_json", $"$: expected valid JSON, found a syntax error near {place} of the item");
        }
        catch (InvalidOperationException)
        {
            // How the framework reports a field name with half a surrogate pair.
            fault = new InputFault("invalid_encoding", "$: expected field names in Unicode, found half a surrogate pair");
        }

        return null;
    }

    /// <summary>The object under a name; null when absent.</summary>
    public RecordNode? Node(string name) => Find(name) is { } found ? Of(found, At(name)) : null;

    public RecordNode RequiredNode(string name) => Node(name) ?? throw Missing(name);

    /// <summary>The field as it is; null when absent.</summary>
    public JsonElement? Find(string name)
        => _element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    public string? Text(string name) => Find(name) is { } found ? TextOf(found, At(name)) : null;

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>A string, or a number as it is written.</summary>
    public string? TextOrNumber(string name)
        => Find(name) is not { } found ? null
            : found.ValueKind == JsonValueKind.Number ? found.GetRawText()
            : TextOf(found, At(name));

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw WrongType(At(name), "true or false", other),
    };

    public decimal? Amount(string name)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind != JsonValueKind.Number)
            throw WrongType(At(name), "a number", found);
        return found.TryGetDecimal(out var amount) ? amount
            : throw new RecordFault("out_of_range", $"{At(name)}: expected a number below 7.9e28 in size, found another");
    }

    /// <summary>A price or another amount that cannot be negative, small enough that sums of them cannot overflow.</summary>
    public decimal? Positive(string name)
    {
        if (Amount(name) is not { } amount)
            return null;
        return amount is >= 0 and <= Largest
            ? amount
            : throw new RecordFault("out_of_range", FormattableString.Invariant($"{At(name)}: expected a number from 0 to {Largest}, found {amount}"));
    }

    /// <summary>A whole number from 0; a fraction of zeros is allowed.</summary>
    public long? Whole(string name)
        => Positive(name) is not { } amount ? null
            : amount == decimal.Truncate(amount) ? (long)amount
            : throw new RecordFault("out_of_range", FormattableString.Invariant($"{At(name)}: expected a whole number, found {amount}"));

    /// <summary>A time in ISO 8601 (without offset it is UTC), or seconds since 1970 as a number.</summary>
    public DateTimeOffset? Time(string name)
    {
        const decimal Latest = 253402300799;
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind == JsonValueKind.Number)
        {
            return found.TryGetDecimal(out var seconds) && seconds >= 0 && seconds <= Latest
                ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
                : throw new RecordFault("out_of_range", $"{At(name)}: expected seconds since 1970, found another number");
        }

        return TranscriptTime.TryParse(TextOf(found, At(name)), out var time) ? time
            : throw new RecordFault("out_of_range", $"{At(name)}: expected a time in ISO 8601, found another text");
    }

    /// <summary>The objects of an array; none when absent.</summary>
    public IEnumerable<RecordNode> Nodes(string name)
    {
        if (Find(name) is not { } found)
            yield break;
        var path = At(name);
        if (found.ValueKind != JsonValueKind.Array)
            throw WrongType(path, "an array", found);
        var position = 0;
        foreach (var item in found.EnumerateArray())
            yield return Of(item, $"{path}[{(position++).ToString(CultureInfo.InvariantCulture)}]");
    }

    /// <summary>A field as canonical JSON; null when absent.</summary>
    public string? Json(string name) => Find(name) is { } found ? Unicode(At(name), () => CanonicalJson.Of(found)) : null;

    /// <summary>The path of a field.</summary>
    public string At(string name) => $"{Path}.{name}";

    public static RecordFault WrongType(string path, string expected, JsonElement found) => new(
        "wrong_type",
        $"{path}: expected {expected}, found {found.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "null",
        }}");

    public static string TextOf(JsonElement found, string path)
        => found.ValueKind == JsonValueKind.String ? Unicode(path, () => found.GetString() ?? "") : throw WrongType(path, "a string", found);

    public RecordFault Missing(string name) => new("missing_field", $"{At(name)}: expected the field with a value, found none");

    private static RecordNode Of(JsonElement element, string path)
        => element.ValueKind == JsonValueKind.Object ? new RecordNode(element, path) : throw WrongType(path, "an object", element);

    private static string Unicode(string path, Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new RecordFault("invalid_encoding", $"{path}: expected Unicode text, found half a surrogate pair");
        }
    }
}
