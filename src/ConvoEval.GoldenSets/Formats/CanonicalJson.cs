using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>
/// Writes JSON in one way only: no blanks, fields in the order given, everything raw but quotes, backslashes and control characters,
/// so that a file stays readable in any script and equal content has equal bytes.
/// </summary>
internal sealed class CanonicalJson
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    public CanonicalJson Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    public CanonicalJson Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    public CanonicalJson Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(':');
        _needsComma = false;
        return this;
    }

    public CanonicalJson Value(string? value)
    {
        Separate();
        if (value is null)
            _text.Append("null");
        else
            Quote(value);
        return this;
    }

    public CanonicalJson Value(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A finite number in its shortest form that reads back to the same bits; null as null.</summary>
    public CanonicalJson Value(double? value)
    {
        Separate();
        _text.Append(value?.ToString("R", CultureInfo.InvariantCulture) ?? "null");
        return this;
    }

    public CanonicalJson Value(bool value)
    {
        Separate();
        _text.Append(value ? "true" : "false");
        return this;
    }

    public CanonicalJson Value(DateOnly? value) => Value(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public CanonicalJson Values(IReadOnlyList<string> values)
    {
        Open('[');
        foreach (var value in values)
            Value(value);
        return Close(']');
    }

    public CanonicalJson LineEnd()
    {
        _text.Append('\n');
        _needsComma = false;
        return this;
    }

    /// <summary>UTF-8 without BOM. Throws for text that is not valid UTF-16, because it cannot be kept.</summary>
    public byte[] ToBytes() => new UTF8Encoding(false, true).GetBytes(_text.ToString());

    /// <summary>What was written so far.</summary>
    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_needsComma)
            _text.Append(',');
        _needsComma = true;
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                '\b' => _text.Append("\\b"),
                '\f' => _text.Append("\\f"),
                < ' ' => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _text.Append(c),
            };
        }

        _text.Append('"');
    }
}
