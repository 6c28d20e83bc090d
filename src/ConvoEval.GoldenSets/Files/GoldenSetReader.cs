using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;
using ConvoEval.GoldenSets.Rules;

namespace ConvoEval.GoldenSets.Files;

/// <summary>
/// Reads the folder of a golden set and reports everything that is wrong with it at once (docs/formats/golden-set.md). Holds the
/// whole set in memory.
/// </summary>
public static class GoldenSetReader
{
    /// <summary>Reads and validates. A folder that is missing or broken gives findings, never an exception.</summary>
    public static async Task<GoldenSetReading> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var findings = new FindingList();
        var manifestBytes = await BytesAsync(GoldenFileNames.Manifest);
        var itemBytes = await BytesAsync(GoldenFileNames.Items);
        var verdictBytes = await BytesAsync(GoldenFileNames.Verdicts);

        var items = Parse(itemBytes, GoldenFileNames.Items, ItemLine.Parse, findings);
        var verdicts = Parse(verdictBytes, GoldenFileNames.Verdicts, VerdictLine.Parse, findings);
        var manifest = manifestBytes is null ? null : GoldenManifest.Parse(manifestBytes, findings);
        var draft = manifest is null ? null : Assemble(manifest, items, verdicts);
        if (manifest is not null)
        {
            GoldenRules.CheckManifest(manifest, findings);
            CheckHashes(manifest, itemBytes, verdictBytes, findings);
            await CheckDocumentsAsync(directory, manifest.Version, findings, cancellationToken);
        }

        // Items and verdicts are checked even without a manifest: all problems at once.
        GoldenRules.Check(
            draft ?? Assemble(null, items, verdicts), i => items[i].Line, i => verdicts[i].Line, findings);
        return new GoldenSetReading
        {
            Set = findings.HasErrors ? null : draft,
            Draft = draft,
            Findings = findings.InOrder(),
        };

        async Task<byte[]?> BytesAsync(string name)
        {
            var bytes = await LineFile.ReadAsync(Path.Combine(directory, name), name, findings, cancellationToken);
            if (bytes is not null)
                LineFile.CheckBytes(bytes, name, findings);
            return bytes;
        }
    }

    private static List<(int Line, T Record)> Parse<T>(
        byte[]? bytes, string name, Func<JsonLine, FindingList, T?> parse, FindingList findings)
        where T : class
    {
        var records = new List<(int, T)>();
        foreach (var line in bytes is null ? [] : LineFile.Lines(bytes, name, findings))
            if (parse(line, findings) is { } record)
                records.Add((line.Number, record));
        return records;
    }

    private static GoldenSet Assemble(
        GoldenManifest? manifest, List<(int Line, GoldenItem Record)> items,
        List<(int Line, GoldenVerdict Record)> verdicts) => new()
        {
            Name = manifest?.Name ?? "",
            Version = manifest?.Version ?? "",
            Digest = manifest?.Hash ?? "",
            Annotator = manifest?.Annotator ?? "",
            Licence = manifest?.Licence ?? "",
            Split = manifest?.Split,
            PublicContacts = manifest?.PublicContacts ?? [],
            Items = [.. items.Select(entry => entry.Record)],
            Verdicts = [.. verdicts.Select(entry => entry.Record)],
        };

    private static void CheckHashes(GoldenManifest manifest, byte[]? items, byte[]? verdicts, FindingList findings)
    {
        if (items is null || verdicts is null)
            return;
        var itemsHash = GoldenHash.OfBytes(items);
        var verdictsHash = GoldenHash.OfBytes(verdicts);
        Compare("itemsSha256", manifest.ItemsHash, itemsHash, GoldenFileNames.Items);
        Compare("verdictsSha256", manifest.VerdictsHash, verdictsHash, GoldenFileNames.Verdicts);
        Compare("hash", manifest.Hash, GoldenHash.OfSet(itemsHash, verdictsHash), "the two files together");

        void Compare(string field, string stated, string found, string what)
        {
            if (stated.Length > 0 && stated != found)
                findings.Error(
                    GoldenFileNames.Manifest, manifest.Lines.Of(field), "hash_mismatch", field,
                    $"the hash of {what} (content that changes needs a new version and new hashes)", found);
        }
    }

    private static async Task CheckDocumentsAsync(
        string directory, string version, FindingList findings, CancellationToken cancellationToken)
    {
        var documents = await GoldenSetDocuments.ReadAsync(directory, cancellationToken);
        if (documents.Guide is null)
            findings.Warning(GoldenFileNames.Guide, 0, "missing_file", null, "a guide for annotators", "none");
        if (documents.Changes is null)
            findings.Warning(GoldenFileNames.Changes, 0, "missing_file", null, "what changed from version to version", "none");
        else if (!documents.Tells(version))
            findings.Warning(GoldenFileNames.Changes, 0, "no_entry", null, $"a heading '## {version}'", "none");
    }
}
