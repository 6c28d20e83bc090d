using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;
using ConvoEval.GoldenSets.Rules;

namespace ConvoEval.GoldenSets.Files;

/// <summary>
/// Writes a golden set in its one form: lines sorted by id, hashes computed, equal content in equal bytes. A version is never edited:
/// a folder that holds the same version with other content is refused.
/// </summary>
public static class GoldenSetWriter
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>
    /// Writes a set and its documents; the manifest comes last, so a write that was cut off shows as a hash mismatch. Items and
    /// verdicts may come in any order, and the digest given is ignored.
    /// </summary>
    /// <returns>The set as a reader would find it: sorted, with its digest.</returns>
    /// <exception cref="GoldenSetException">The set is not valid, or the folder holds this version with other content.</exception>
    public static async Task<GoldenSet> WriteAsync(
        GoldenSet set, GoldenSetDocuments documents, string directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var sorted = set with
        {
            Items = [.. set.Items.OrderBy(item => item.Id, StringComparer.Ordinal)],
            Verdicts = [.. set.Verdicts.OrderBy(verdict => verdict.Id, StringComparer.Ordinal)],
        };
        var items = ItemBytes(sorted);
        var verdicts = VerdictBytes(sorted);
        var manifest = ManifestOf(sorted, items, verdicts);
        Refuse(sorted, manifest);
        await RefuseEditAsync(manifest, directory, cancellationToken);

        Directory.CreateDirectory(directory);
        await PutAsync(GoldenFileNames.Items, items);
        await PutAsync(GoldenFileNames.Verdicts, verdicts);
        if (documents.Guide is { } guide)
            await PutAsync(GoldenFileNames.Guide, Utf8.GetBytes(guide));
        if (documents.Changes is { } changes)
            await PutAsync(GoldenFileNames.Changes, Utf8.GetBytes(changes));
        await PutAsync(GoldenFileNames.Manifest, manifest.ToBytes());
        return sorted with { Digest = manifest.Hash };

        async Task PutAsync(string name, byte[] bytes)
        {
            var path = Path.Combine(directory, name);
            await File.WriteAllBytesAsync(path + ".part", bytes, cancellationToken);
            File.Move(path + ".part", path, overwrite: true);
        }
    }

    private static byte[] ItemBytes(GoldenSet set)
    {
        var json = new CanonicalJson();
        foreach (var item in set.Items)
            ItemLine.Write(json, item);
        return Encoded(json, GoldenFileNames.Items);
    }

    private static byte[] VerdictBytes(GoldenSet set)
    {
        var json = new CanonicalJson();
        foreach (var verdict in set.Verdicts)
            VerdictLine.Write(json, verdict);
        return Encoded(json, GoldenFileNames.Verdicts);
    }

    private static byte[] Encoded(CanonicalJson json, string file)
    {
        try
        {
            return json.ToBytes();
        }
        catch (EncoderFallbackException)
        {
            throw Refusal("The golden set cannot be written.", file, "invalid_text", null, "texts of whole characters", "half of a surrogate pair");
        }
    }

    private static GoldenManifest ManifestOf(GoldenSet set, byte[] items, byte[] verdicts)
    {
        var itemsHash = GoldenHash.OfBytes(items);
        var verdictsHash = GoldenHash.OfBytes(verdicts);
        return new GoldenManifest
        {
            Name = set.Name,
            Version = set.Version,
            Schema = GoldenFileNames.Schema,
            Licence = set.Licence,
            Annotator = set.Annotator,
            PublicContacts = set.PublicContacts,
            Split = set.Split,
            ItemsHash = itemsHash,
            VerdictsHash = verdictsHash,
            Hash = GoldenHash.OfSet(itemsHash, verdictsHash),
            Lines = new JsonFieldLines([]),
        };
    }

    private static void Refuse(GoldenSet set, GoldenManifest manifest)
    {
        var findings = new FindingList();
        var bytes = manifest.ToBytes();
        if (GoldenManifest.Parse(bytes, findings) is { } parsed)
            GoldenRules.CheckManifest(parsed, findings);
        GoldenRules.Check(set, i => i + 1, i => i + 1, findings);
        if (findings.HasErrors)
            throw new GoldenSetException("The golden set cannot be written.", findings.InOrder());
    }

    private static async Task RefuseEditAsync(GoldenManifest manifest, string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, GoldenFileNames.Manifest);
        if (!File.Exists(path))
            return;
        var findings = new FindingList();
        var bytes = await LineFile.ReadAsync(path, GoldenFileNames.Manifest, findings, cancellationToken);
        var old = bytes is null ? null : GoldenManifest.Parse(bytes, findings);
        if (old is null)
            throw Refusal(
                "The folder holds something that is not understood.", GoldenFileNames.Manifest, "unreadable_file", null,
                "a golden set or nothing", "a manifest that cannot be read");
        if (old.Name != manifest.Name)
            throw Refusal(
                "The folder holds another golden set.", GoldenFileNames.Manifest, "other_set", "name",
                $"'{manifest.Name}'", $"'{old.Name}'");
        if (old.Version == manifest.Version && old.Hash != manifest.Hash)
            throw Refusal(
                "A version is never edited.", GoldenFileNames.Manifest, "same_version", "version",
                "a new version for changed content", $"'{old.Version}' with hash {old.Hash}");
    }

    private static GoldenSetException Refusal(
        string message, string file, string code, string? subject, string expected, string found)
    {
        var findings = new FindingList();
        findings.Error(file, 0, code, subject, expected, found);
        return new GoldenSetException(message, findings.InOrder());
    }
}
