using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>Line on which each field of a small JSON file stands, by its path with dots. O(bytes × depth).</summary>
internal sealed class JsonFieldLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public JsonFieldLines(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Collect(bytes);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The parser proper reports the mistake; the lines before it are known.
        }
    }

    /// <summary>Line of a field; that of the nearest field around it, else 0, when it does not stand there.</summary>
    public int Of(string path)
    {
        while (true)
        {
            if (_lines.TryGetValue(path.Split('[')[0], out var line))
                return line;
            var dot = path.LastIndexOf('.');
            if (dot < 0)
                return 0;
            path = path[..dot];
        }
    }

    private void Collect(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var names = new Stack<string>();
        var name = "";
        var line = 1;
        var counted = 0;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString() ?? "";
                    _lines.TryAdd(string.Concat(names.Reverse().Select(outer => outer + ".")) + name, line);
                    break;
                case JsonTokenType.StartObject when reader.CurrentDepth > 0:
                    names.Push(name);
                    break;
                case JsonTokenType.EndObject when names.Count > 0:
                    names.Pop();
                    break;
            }
        }
    }
}
