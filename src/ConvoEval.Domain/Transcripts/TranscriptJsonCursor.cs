using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Walks through a JSON text, knows the path where it stands, and refuses what a field may not hold.</summary>
internal ref struct TranscriptJsonCursor(ReadOnlySpan<byte> utf8Json, TranscriptJsonNotes? notes)
{
    private Utf8JsonReader _reader = new(utf8Json);
    private Steps _steps;
    private int _depth = -1;

    /// <summary>Where the cursor stands, such as <c>$.turns[3].role</c>.</summary>
    public readonly string Path => PathText(isPattern: false);

    /// <summary>Bytes read so far.</summary>
    public readonly long Position => _reader.BytesConsumed;

    /// <summary>Steps to the next value. False = it is null, which is the same as absent.</summary>
    public bool NextValue()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.Null;
    }

    /// <summary>The value the cursor stands on must be an object; its fields follow.</summary>
    public void EnterObject()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
            FailType("an object");
        _steps[++_depth] = new Step();
    }

    /// <summary>Steps to the next field that the table knows; the others are noted and passed over.</summary>
    /// <returns>False at the end of the object.</returns>
    public bool NextField(TranscriptJsonFields fields, out int field)
    {
        ref var step = ref _steps[_depth];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            field = fields.Find(in _reader, step.Next);
            if (field < 0)
            {
                notes?.AddUnknownField(PathText(isPattern: true) + ReadText());
                _reader.Skip();
                continue;
            }

            step.Field = fields[field];
            step.Item = -1;
            step.Next = field + 1;
            var bit = 1UL << field;
            if ((step.Seen & bit) != 0)
                Fail("duplicate_field", "expected the field once, found it again");
            step.Seen |= bit;
            return true;
        }

        field = -1;
        _depth--;
        return false;
    }

    /// <summary>Steps to the next name of an object with free names, such as the tags.</summary>
    public bool NextName([NotNullWhen(true)] out string? name)
    {
        _reader.Read();
        name = null;
        if (_reader.TokenType != JsonTokenType.PropertyName)
        {
            _depth--;
            return false;
        }

        ref var step = ref _steps[_depth];
        step.Field ??= "";
        step.Item++;
        name = ReadText();
        return true;
    }

    /// <summary>The value the cursor stands on must be an array; its items follow.</summary>
    public void EnterArray()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
            FailType("an array");
        _steps[_depth].Item = -1;
    }

    /// <summary>Steps to the next item, or returns false at the end of the array.</summary>
    public bool NextItem()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
            return false;
        _steps[_depth].Item++;
        return true;
    }

    /// <summary>True when the cursor stands on a string.</summary>
    public readonly bool IsText => _reader.TokenType == JsonTokenType.String;

    /// <summary>The string the cursor stands on.</summary>
    public string Text()
    {
        if (_reader.TokenType != JsonTokenType.String)
            FailType("a string");
        return ReadText();
    }

    /// <summary>A string, number, true or false as text.</summary>
    public string Scalar()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                if (_reader.TokenType != JsonTokenType.String)
                    FailType("a string, a number, true or false");
                return ReadText();
        }
    }

    /// <summary>Position of the string in a list of allowed words.</summary>
    public int Word(string[] words)
    {
        if (_reader.TokenType != JsonTokenType.String)
            FailType("a string");
        for (var i = 0; i < words.Length; i++)
        {
            if (_reader.ValueTextEquals(words[i]))
                return i;
        }

        Fail("unknown_value", $"expected one of {string.Join(", ", words)}, found another word");
        return -1;
    }

    public bool Flag()
    {
        if (_reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
            FailType("true or false");
        return _reader.TokenType == JsonTokenType.True;
    }

    /// <summary>A whole number; 5.0 is one, because some programs write all numbers with a fraction.</summary>
    public long Whole(long min, long max)
    {
        ExpectNumber();
        if (!_reader.TryGetInt64(out var value))
        {
            if (!_reader.TryGetDecimal(out var exact) || exact != decimal.Truncate(exact) || exact < min || exact > max)
                FailNumber(FormattableString.Invariant($"a whole number from {min} to {max}"));
            value = (long)exact;
        }

        if (value < min || value > max)
            FailNumber(FormattableString.Invariant($"a whole number from {min} to {max}"));
        return value;
    }

    public decimal Amount(decimal min)
    {
        ExpectNumber();
        if (!_reader.TryGetDecimal(out var value) || value < min)
        {
            FailNumber(min > decimal.MinValue
                ? FormattableString.Invariant($"a number of at least {min}")
                : "a number below 7.9e28 in size");
        }

        return value;
    }

    public double Real(double min, double max)
    {
        ExpectNumber();
        if (!_reader.TryGetDouble(out var value) || !double.IsFinite(value) || value < min || value > max)
        {
            FailNumber(max < double.MaxValue
                ? FormattableString.Invariant($"a number from {min} to {max}")
                : "a finite number");
        }

        return value;
    }

    public DateTimeOffset Time()
    {
        if (_reader.TokenType != JsonTokenType.String)
            FailType("a time in ISO 8601");
        if (_reader.ValueIsEscaped || !TranscriptTime.TryParse(_reader.ValueSpan, out var time))
        {
            Fail("out_of_range", "expected a time in ISO 8601 such as 2026-01-31T08:15:00Z, found another text");
            return default;
        }

        return time;
    }

    /// <summary>Whatever the cursor stands on, as canonical JSON.</summary>
    public string AnyJson()
    {
        using var document = JsonDocument.ParseValue(ref _reader);
        try
        {
            return CanonicalJson.Of(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            FailEncoding();
            throw;
        }
    }

    /// <summary>Nothing but blanks may follow.</summary>
    public void ExpectEnd() => _reader.Read();

    [DoesNotReturn]
    public readonly void Fail(string reasonCode, string expectedAndFound)
        => throw new TranscriptJsonException(new TranscriptJsonFault(reasonCode, $"{Path}: {expectedAndFound}"));

    /// <summary>For the object that just ended.</summary>
    [DoesNotReturn]
    public readonly void FailMissing(string field)
        => throw new TranscriptJsonException(new TranscriptJsonFault(
            "missing_field", $"{Path}.{field}: expected the field, found none"));

    private string ReadText()
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            FailEncoding();
            throw;
        }
    }

    [DoesNotReturn]
    private readonly void FailEncoding() => Fail("invalid_encoding", "expected Unicode text, found half a surrogate pair");

    private readonly void ExpectNumber()
    {
        if (_reader.TokenType != JsonTokenType.Number)
            FailType("a number");
    }

    [DoesNotReturn]
    private readonly void FailNumber(string expected)
    {
        const int Longest = 40;
        var found = _reader.ValueSpan.Length <= Longest ? Encoding.UTF8.GetString(_reader.ValueSpan) : "a longer one";
        Fail("out_of_range", $"expected {expected}, found {found}");
    }

    [DoesNotReturn]
    private readonly void FailType(string expected)
    {
        var found = _reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Null => "null",
            _ => "nothing",
        };
        Fail("wrong_type", $"expected {expected}, found {found}");
    }

    /// <summary>With <paramref name="isPattern"/>: the parents only, without item numbers, as a prefix for a name.</summary>
    private readonly string PathText(bool isPattern)
    {
        var path = new StringBuilder(isPattern ? "" : "$");
        var last = isPattern ? _depth - 1 : _depth;
        for (var i = 0; i <= last; i++)
        {
            var step = _steps[i];
            if (!string.IsNullOrEmpty(step.Field))
                path.Append(isPattern ? "" : ".").Append(step.Field);
            if (step.Item >= 0)
                path.Append('[').Append(isPattern ? "" : step.Item.ToString(CultureInfo.InvariantCulture)).Append(']');
            if (isPattern)
                path.Append('.');
        }

        return path.ToString();
    }

    private struct Step
    {
        public string? Field;
        public int Item;
        public int Next;
        public ulong Seen;

        public Step() => Item = -1;
    }

    /// <summary>Deeper than the deepest record: turns, nlu, top.</summary>
    [InlineArray(6)]
    private struct Steps
    {
        private Step _first;
    }
}
