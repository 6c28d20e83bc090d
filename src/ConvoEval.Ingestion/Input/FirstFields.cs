using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>The names of the outermost fields of the first JSON object of a file, as far as they are soon seen.</summary>
internal static class FirstFields
{
    private const int LookAhead = 1 << 20;

    /// <summary>Looks without passing anything.</summary>
    public static async ValueTask<IReadOnlySet<string>> PeekAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (true)
        {
            var names = Names(window.Unread, out var isWhole);
            if (isWhole || window.Unread.Length > LookAhead || !await window.FillAsync(cancellationToken))
                return names;
        }
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> start, out bool isWhole)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        isWhole = false;
        var reader = new Utf8JsonReader(start, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 128 }));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                    names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
                if (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject)
                    continue;
                isWhole = true;
                break;
            }
        }
        catch (JsonException)
        {
            isWhole = true;
        }

        return names;
    }
}
