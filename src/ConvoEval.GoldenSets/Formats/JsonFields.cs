using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>
/// Reads the fields of one JSON object and notes everything that is wrong with them; a field that cannot be read gives a neutral
/// value and sets <see cref="IsBroken"/>. Not thread-safe.
/// </summary>
internal sealed class JsonFields(JsonElement element, FindingList findings, string file, Func<string, int> lineOf, string path = "")
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a field, here or in an object inside, could not be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A string; its absence is a finding. <paramref name="mayBeBlank"/>: whether it may hold nothing to see.</summary>
    public string Text(string name, bool mayBeBlank = false)
    {
        if (!TryRequired(name, JsonValueKind.String, "a string", out var value) || Decoded(name, value) is not { } text)
            return "";
        if (mayBeBlank || !string.IsNullOrWhiteSpace(text))
            return text;
        Break("empty_field", name, "a string that is not blank", "a blank string");
        return text;
    }

    /// <summary>A string, or null when it is null or absent.</summary>
    public string? OptionalText(string name) =>
        TryOptional(name, JsonValueKind.String, "a string or null", out var value) ? Decoded(name, value) : null;

    /// <summary>A list of strings that are not blank; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string name, bool isRequired)
    {
        var isThere = isRequired
            ? TryRequired(name, JsonValueKind.Array, "an array of strings", out var array)
            : TryOptional(name, JsonValueKind.Array, "an array of strings", out array);
        if (!isThere)
            return [];
        var texts = new List<string>();
        foreach (var entry in array.EnumerateArray())
        {
            var place = FormattableString.Invariant($"{name}[{texts.Count}]");
            texts.Add(TextOf(entry, place));
        }

        return texts;
    }

    /// <summary>A calendar day as yyyy-MM-dd, or null.</summary>
    public DateOnly? OptionalDay(string name)
    {
        if (OptionalText(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Break("wrong_value", name, "a day as yyyy-MM-dd or null", "another string");
        return null;
    }

    /// <summary>A whole number in a range; its absence is a finding.</summary>
    public int Whole(string name, int from, int to)
    {
        if (!TryRequired(name, JsonValueKind.Number, "a whole number", out var value))
            return from;
        if (value.TryGetInt32(out var number) && number >= from && number <= to)
            return number;
        Break("wrong_value", name, FormattableString.Invariant($"a whole number from {from} to {to}"), Shown(value.GetRawText()));
        return from;
    }

    /// <summary>A finite number, or null.</summary>
    public double? OptionalNumber(string name)
    {
        if (!TryOptional(name, JsonValueKind.Number, "a number or null", out var value))
            return null;
        if (value.TryGetDouble(out var number) && double.IsFinite(number))
            return number;
        Break("wrong_value", name, "a finite number or null", Shown(value.GetRawText()));
        return null;
    }

    /// <summary>true or false; false when absent.</summary>
    public bool Flag(string name)
    {
        if (!TryField(name, out var value))
            return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Break("wrong_type", name, "true or false", Words(value.ValueKind));
        return false;
    }

    /// <summary>One of the words offered; null with a finding when it is none of them.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> offered)
        where T : struct
    {
        if (!TryRequired(name, JsonValueKind.String, "a string", out var value) || Decoded(name, value) is not { } text)
            return null;
        if (offered.TryGetValue(text, out var choice))
            return choice;
        Break("wrong_value", name, string.Join(" or ", offered.Keys.Order(StringComparer.Ordinal)), Shown(text));
        return null;
    }

    /// <summary>An object; null with a finding when it is none.</summary>
    public T? Inner<T>(string name, Func<JsonFields, T> read)
        where T : class
    {
        return TryRequired(name, JsonValueKind.Object, "an object", out var value) ? Nested(value, name, read) : null;
    }

    /// <summary>A list of objects; empty when absent.</summary>
    public IReadOnlyList<T> InnerList<T>(string name, Func<JsonFields, T> read)
        where T : class
    {
        if (!TryOptional(name, JsonValueKind.Array, "an array of objects", out var array))
            return [];
        var list = new List<T>();
        foreach (var entry in array.EnumerateArray())
        {
            var place = FormattableString.Invariant($"{name}[{list.Count}]");
            if (entry.ValueKind == JsonValueKind.Object)
                list.Add(Nested(entry, place, read));
            else
                Break("wrong_type", place, "an object", Words(entry.ValueKind));
        }

        return list;
    }

    /// <summary>Warns of fields that nobody asked for: often a spelling mistake in an optional one.</summary>
    public void WarnOfUnknown()
    {
        foreach (var property in element.EnumerateObject())
            if (!_known.Contains(property.Name))
                findings.Warning(
                    file, lineOf(path + property.Name), "unknown_field", path + Shown(property.Name),
                    "one of " + string.Join(", ", _known.Order(StringComparer.Ordinal)), "another name");
    }

    private string TextOf(JsonElement entry, string place)
    {
        if (entry.ValueKind != JsonValueKind.String)
        {
            Break("wrong_type", place, "a string", Words(entry.ValueKind));
            return "";
        }

        if (Decoded(place, entry) is not { } text)
            return "";
        if (string.IsNullOrWhiteSpace(text))
            Break("empty_field", place, "a string that is not blank", "a blank string");
        return text;
    }

    private T Nested<T>(JsonElement value, string name, Func<JsonFields, T> read)
    {
        var inner = new JsonFields(value, findings, file, lineOf, $"{path}{name}.");
        var result = read(inner);
        inner.WarnOfUnknown();
        IsBroken |= inner.IsBroken;
        return result;
    }

    private bool TryField(string name, out JsonElement value)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out value);
    }

    private bool TryRequired(string name, JsonValueKind kind, string expected, out JsonElement value)
    {
        if (!TryField(name, out value))
            Break("missing_field", name, expected, "nothing");
        else if (value.ValueKind != kind)
            Break("wrong_type", name, expected, Words(value.ValueKind));
        else
            return true;
        return false;
    }

    private bool TryOptional(string name, JsonValueKind kind, string expected, out JsonElement value)
    {
        if (!TryField(name, out value) || value.ValueKind == JsonValueKind.Null)
            return false;
        if (value.ValueKind == kind)
            return true;
        Break("wrong_type", name, expected, Words(value.ValueKind));
        return false;
    }

    private string? Decoded(string name, JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            Break("invalid_text", name, "a string of whole characters", "half of a surrogate pair");
            return null;
        }
    }

    private void Break(string code, string name, string expected, string found)
    {
        IsBroken = true;
        findings.Error(file, lineOf(path + name), code, path + name, expected, found);
    }

    private static string Shown(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text[..40]}…'";

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
