using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using ConvoEval.Cli.Terminal;

namespace ConvoEval.Cli.Lines;

/// <summary>
/// Reads JSON lines from a file or standard input. A line that cannot be used is reported with file, line and reason and counted; the rest goes on.
/// </summary>
internal sealed class TextLineReader(string? path, TerminalOutput output)
{
    private const int MaximumReports = 20;

    private readonly string _shown = path is null or "-" ? "standard input" : path;

    /// <summary>Lines that could not be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>Lines with id and text.</summary>
    public async IAsyncEnumerable<TextLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (line, json) in ReadObjectsAsync(cancellationToken))
        {
            if (!json.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                Reject(line, "expected a text in \"text\", found " + (text.ValueKind == JsonValueKind.Undefined ? "nothing" : text.ValueKind.ToString()));
            else
                yield return new TextLine(Id(json, line), text.GetString() ?? "");
        }
    }

    /// <summary>Every line that is a JSON object, with its number.</summary>
    public async IAsyncEnumerable<(long Line, JsonElement Json)> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
        await using var stream = path is null or "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var reader = new StreamReader(stream, strict);
        long number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (TryParse(line, number, out var json))
                yield return (number, json);
        }
    }

    /// <summary>Counts a line as unusable, and says so for the first ones.</summary>
    public void Reject(long line, string reason)
    {
        Rejected++;
        if (Rejected <= MaximumReports)
            output.Say($"{_shown}:{line}: {reason}; line skipped");
        else if (Rejected == MaximumReports + 1)
            output.Say("further skipped lines are only counted");
    }

    /// <summary>Says how many lines were skipped, if any.</summary>
    public void Close()
    {
        if (Rejected > 0)
            output.Say($"{Rejected} lines skipped");
    }

    /// <summary>The id of a line; its number when it has none.</summary>
    public static JsonElement Id(JsonElement json, long line) =>
        json.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id : JsonSerializer.SerializeToElement(line, CliJsonContext.Default.Int64);

    /// <summary>Throws for an escape that is no text: the parser lets it pass, and the first reader of the text would fall over it.</summary>
    private static void ReadTexts(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var field in json.EnumerateObject())
                {
                    _ = field.Name;
                    ReadTexts(field.Value);
                }

                break;
        }
    }

    private bool TryParse(string line, long number, out JsonElement json)
    {
        json = default;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Reject(number, $"expected a JSON object, found {document.RootElement.ValueKind}");
                return false;
            }

            if (line.Contains("\\u", StringComparison.Ordinal))
                ReadTexts(document.RootElement);
            json = document.RootElement.Clone();
            return true;
        }
        catch (InvalidOperationException)
        {
            Reject(number, "expected Unicode text, found an escaped half of a surrogate pair");
            return false;
        }
        catch (JsonException broken)
        {
            Reject(number, $"expected JSON, found an error at character {broken.BytePositionInLine + 1}");
            return false;
        }
    }
}
