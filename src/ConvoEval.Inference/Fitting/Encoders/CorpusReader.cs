using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using ConvoEval.Inference.Fitting.Examples;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>Reads the files of a recipe entry into one corpus.</summary>
internal static class CorpusReader
{
    /// <summary>
    /// Texts beyond this hardly are chat messages; they are cut, which keeps long answers from outweighing.
    /// </summary>
    private const int LongestText = 400;

    /// <summary>Reads all files of an entry; groups count across files.</summary>
    public static EncoderCorpus Read(EncoderRecipeEntry entry, string dataFolder)
    {
        var texts = new List<string>();
        var groups = new List<int>();
        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var files = new List<EncoderCorpusFile>();
        foreach (var name in entry.Files)
        {
            var before = texts.Count;
            var path = Path.Combine(dataFolder, name);
            string hash;
            if (entry.Kind is CorpusKind.Dialogue or CorpusKind.SameAnswer)
            {
                hash = ReadConversations(path, entry, texts, groups, groupOf);
            }
            else
            {
                hash = ReadExamples(path, entry, texts, groups, groupOf);
            }

            if (entry.MostTexts is { } most && texts.Count > most)
            {
                texts.RemoveRange(most, texts.Count - most);
                groups.RemoveRange(most, groups.Count - most);
            }

            files.Add(new EncoderCorpusFile(Path.GetFileName(name), hash, Math.Max(0, texts.Count - before)));
        }

        return new EncoderCorpus
        {
            Name = entry.Name,
            Files = files,
            Licence = entry.Licence,
            Kind = entry.Kind,
            Weight = entry.Weight,
            Texts = texts,
            Groups = groups,
        };
    }

    private static string ReadExamples(
        string path, EncoderRecipeEntry entry, List<string> texts, List<int> groups, Dictionary<string, int> groupOf)
    {
        if (entry.Kind == CorpusKind.Plain)
        {
            var hash = ReadLines(path, line =>
            {
                texts.Add(Cut(line.GetProperty("text").GetString()));
                groups.Add(groups.Count);
            });
            return hash;
        }

        var file = IntentExampleFile.Read(path);
        foreach (var (text, intent) in file.Examples)
        {
            if (!entry.WithoutLabels.Contains(intent))
            {
                texts.Add(Cut(text));
                groups.Add(GroupOf(intent, groupOf));
            }
        }

        return file.Sha256;
    }

    private static string ReadConversations(
        string path, EncoderRecipeEntry entry, List<string> texts, List<int> groups, Dictionary<string, int> groupOf)
    {
        var conversation = groups.Count;
        return ReadLines(path, line =>
        {
            string[] turns =
            [
                .. line.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("text").GetString() ?? ""),
            ];
            if (entry.Kind == CorpusKind.SameAnswer)
            {
                if (turns.Length >= 2)
                {
                    texts.Add(Cut(turns[0]));
                    groups.Add(GroupOf(turns[1], groupOf));
                }

                return;
            }

            conversation++;
            foreach (var turn in turns)
            {
                texts.Add(Cut(turn));
                groups.Add(conversation);
            }
        });
    }

    private static string ReadLines(string path, Action<JsonElement> accept)
    {
        var stored = File.ReadAllBytes(path);
        using Stream raw = new MemoryStream(stored);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(raw, CompressionMode.Decompress)
            : raw;
        using var reader = new StreamReader(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            try
            {
                using var document = JsonDocument.Parse(line);
                accept(document.RootElement);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException(
                    $"{path}, line {number}: no text or conversation as expected: {error.Message}", error);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(stored));
    }

    private static int GroupOf(string label, Dictionary<string, int> groupOf)
    {
        if (!groupOf.TryGetValue(label, out var group))
        {
            groupOf.Add(label, group = groupOf.Count);
        }

        return group;
    }

    private static string Cut(string? text) =>
        text is null ? "" : text.Length > LongestText ? text[..LongestText] : text;
}
