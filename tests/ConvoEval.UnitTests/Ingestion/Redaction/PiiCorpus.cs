using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

/// <summary>
/// The marked texts of the folder pii, split in two halves by the FNV-1a hash (64 bits) of the record id: rules are
/// tuned on the even half, figures are reported on the odd one. Generated sentences have no id; their position from 0
/// stands for it.
/// </summary>
internal static class PiiCorpus
{
    /// <summary>Marked piece of a text; offsets are Unicode code points in the files and UTF-16 units here.</summary>
    public sealed record GoldSpan(int Start, int End, string Type);

    /// <summary>A text with its marks.</summary>
    public sealed record Item(string File, string Id, string Text, string? Adversarial, IReadOnlyList<GoldSpan> Spans);

    /// <summary>Reads one half.</summary>
    public static IEnumerable<Item> Read(string dataFolder, bool isOdd)
    {
        var folder = Path.Combine(dataFolder, "pii");
        foreach (var item in ReadSynthetic(Path.Combine(folder, "presidio_synth_dataset_v2.json.gz")))
        {
            if ((Fnv1A(item.Id) & 1) == (isOdd ? 1UL : 0UL))
            {
                yield return item;
            }
        }

        foreach (var name in (string[])["legal", "adversarial"])
        {
            foreach (var item in ReadLines(Path.Combine(folder, $"pii_anon_{name}_en.jsonl.gz"), name))
            {
                if ((Fnv1A(item.Id) & 1) == (isOdd ? 1UL : 0UL))
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<Item> ReadSynthetic(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(stream);
        var index = 0;
        foreach (var record in document.RootElement.EnumerateArray())
        {
            // The file marks days and birthdays alike; the template tells them apart.
            var masked = record.GetProperty("masked").GetString() ?? "";
            var isBirth = masked.Contains("date of birth", StringComparison.Ordinal) ||
                masked.Contains("was born on", StringComparison.Ordinal);
            var text = record.GetProperty("full_text").GetString() ?? "";
            var spans = new List<GoldSpan>();
            foreach (var span in record.GetProperty("spans").EnumerateArray())
            {
                var type = span.GetProperty("entity_type").GetString() ?? "";
                spans.Add(Span(text, span, "start_position", "end_position", isBirth &&
                    type == "DATE_TIME" ? "BIRTH" : type));
            }

            yield return new Item("synthetic", index.ToString(CultureInfo.InvariantCulture), text, null, spans);
            index++;
        }
    }

    private static IEnumerable<Item> ReadLines(string path, string file)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var record = document.RootElement;
            var text = record.GetProperty("text").GetString() ?? "";
            var spans = new List<GoldSpan>();
            foreach (var span in record.GetProperty("annotations").EnumerateArray())
            {
                spans.Add(Span(text, span, "start", "end", span.GetProperty("entity_type").GetString() ?? ""));
            }

            var adversarial = record.TryGetProperty("adversarial", out var kind) &&
                kind.ValueKind == JsonValueKind.Object
                ? kind.GetProperty("type").GetString()
                : null;
            yield return new Item(file, record.GetProperty("record_id").GetString() ?? "", text, adversarial, spans);
        }
    }

    private static GoldSpan Span(string text, JsonElement span, string start, string end, string type) =>
        new(ToUtf16(text, span.GetProperty(start).GetInt32()), ToUtf16(text, span.GetProperty(end).GetInt32()), type);

    private static int ToUtf16(string text, int codePoints)
    {
        var position = 0;
        for (; codePoints > 0 && position < text.Length; codePoints--)
        {
            position += char.IsHighSurrogate(text[position]) ? 2 : 1;
        }

        return position;
    }

    private static ulong Fnv1A(string id)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var value in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ value) * 0x100000001b3UL;
        }

        return hash;
    }
}
