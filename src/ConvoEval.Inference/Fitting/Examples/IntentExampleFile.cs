using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>
/// Examples out of a file, in its order, and what could not be read. Formats, by the end of the name (<c>.gz</c> may
/// follow):
/// <c>.jsonl</c> with members text and intent; <c>.csv</c> with a head row that names a text and an intent column;
/// <c>.json</c> with
/// an array of [text, intent] pairs, or an object of such arrays of which <c>FILE#name</c> picks one;
/// <c>.seq.in.txt</c> with a
/// <c>.label.txt</c> of the same number of lines beside it. Text is UTF-8.
/// </summary>
public sealed class IntentExampleFile
{
    private IntentExampleFile(
        string name, string sha256, IReadOnlyList<IntentExample> examples, IReadOnlyList<RejectedInput> rejected)
    {
        Name = name;
        Sha256 = sha256;
        Examples = examples;
        Rejected = rejected;
    }

    /// <summary>File name without folder, with the <c>#name</c> if one was given.</summary>
    public string Name { get; }

    /// <summary>Hash of the file as it is stored, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Examples in file order.</summary>
    public IReadOnlyList<IntentExample> Examples { get; }

    /// <summary>What was left out: broken lines, and examples without text or intent.</summary>
    public IReadOnlyList<RejectedInput> Rejected { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is none of the formats, or lacks what its format
    /// needs.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IntentExampleFile Read(string pathAndPart)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pathAndPart);
        var mark = pathAndPart.LastIndexOf('#');
        var path = mark < 0 ? pathAndPart : pathAndPart[..mark];
        var part = mark < 0 ? null : pathAndPart[(mark + 1)..];
        var stored = File.ReadAllBytes(path);
        var name = Path.GetFileName(path);
        var collected = new ExampleCollector(name);
        var text = Decode(stored, name);
        var format = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (format.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            ExampleFormats.ReadJsonLines(text, collected);
        }
        else if (format.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            ExampleFormats.ReadJsonPairs(text, part, collected);
        }
        else if (format.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            ExampleFormats.ReadCsv(text, collected);
        }
        else if (format.EndsWith(".seq.in.txt", StringComparison.OrdinalIgnoreCase))
        {
            var labels = path.Replace(".seq.in.txt", ".label.txt", StringComparison.OrdinalIgnoreCase);
            ExampleFormats.ReadAlignedLines(text, Decode(File.ReadAllBytes(labels), labels), collected);
        }
        else
        {
            throw new InvalidDataException(
                $"{name}: examples are read from .jsonl, .json, .csv and .seq.in.txt files, also with .gz.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(stored));
        return new IntentExampleFile(
            part is null ? name : $"{name}#{part}", hash, collected.Examples, collected.Rejected);
    }

    private static string Decode(byte[] stored, string name)
    {
        try
        {
            using Stream raw = new MemoryStream(stored);
            using var stream = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(raw, CompressionMode.Decompress)
                : raw;
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"{name} is not UTF-8: {error.Message}", error);
        }
    }
}
