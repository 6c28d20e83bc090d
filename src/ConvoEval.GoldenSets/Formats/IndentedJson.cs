using System.Collections.Generic;
using System.Text;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>Writes an object with one field or list entry a line, so that people can read and compare it.</summary>
internal sealed class IndentedJson
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _needsComma;

    public void Open(string name)
    {
        if (name.Length > 0)
            Name(name);
        _text.Append('{');
        _depth++;
        _needsComma = false;
    }

    public void Close()
    {
        _depth--;
        NewLine();
        _text.Append('}');
        _needsComma = true;
        if (_depth == 0)
            _text.Append('\n');
    }

    public void Field(string name, string value) => Field(name, new CanonicalJson().Value(value));

    public void Field(string name, long value) => Field(name, new CanonicalJson().Value(value));

    public void Field(string name, IReadOnlyList<string> values)
    {
        Name(name);
        if (values.Count == 0)
        {
            _text.Append("[]");
            return;
        }

        _text.Append('[');
        _depth++;
        for (var i = 0; i < values.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",");
            NewLine();
            _text.Append(new CanonicalJson().Value(values[i]));
        }

        _depth--;
        NewLine();
        _text.Append(']');
    }

    /// <summary>UTF-8 without BOM; throws for text that is not valid UTF-16.</summary>
    public byte[] ToBytes() => new UTF8Encoding(false, true).GetBytes(_text.ToString());

    private void Field(string name, CanonicalJson value)
    {
        Name(name);
        _text.Append(value);
    }

    private void Name(string name)
    {
        _text.Append(_needsComma ? "," : "");
        NewLine();
        _text.Append(new CanonicalJson().Value(name)).Append(": ");
        _needsComma = true;
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);
}
