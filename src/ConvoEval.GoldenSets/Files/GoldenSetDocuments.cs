using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Files;

/// <summary>The two documents for people beside a golden set.</summary>
public sealed record GoldenSetDocuments
{
    private const string Title = "# Changes";

    /// <summary>GUIDE.md: how annotators decide; null when there is none.</summary>
    public string? Guide { get; init; }

    /// <summary>CHANGES.md: one heading a version, the newest first; null when there is none.</summary>
    public string? Changes { get; init; }

    /// <summary>Reads them from the folder of a set; a missing one is null.</summary>
    public static async Task<GoldenSetDocuments> ReadAsync(string directory, CancellationToken cancellationToken) => new()
    {
        Guide = await TextAsync(Path.Combine(directory, GoldenFileNames.Guide), cancellationToken),
        Changes = await TextAsync(Path.Combine(directory, GoldenFileNames.Changes), cancellationToken),
    };

    /// <summary>Whether the changes have a heading for a version.</summary>
    public bool Tells(string version) =>
        Changes is { } changes && changes.Split('\n').Any(line => line.TrimEnd() == $"## {version}");

    /// <summary>The same documents with an entry for a new version, above the others. Throws when there is one already.</summary>
    /// <param name="version">The new version.</param>
    /// <param name="sentences">What changed, one sentence each; at least one.</param>
    public GoldenSetDocuments WithEntry(string version, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (sentences.Count == 0)
            throw new ArgumentException("Expected a sentence that says what changed, found none.", nameof(sentences));
        if (Tells(version))
            throw new ArgumentException($"Expected a new version, found '{version}', which {GoldenFileNames.Changes} tells of.", nameof(version));
        var old = (Changes ?? "").ReplaceLineEndings("\n").Trim('\n');
        if (old.StartsWith(Title, StringComparison.Ordinal))
            old = old[Title.Length..].Trim('\n');
        var entry = $"{Title}\n\n## {version}\n{string.Join('\n', sentences)}\n";
        return this with { Changes = old.Length == 0 ? entry : $"{entry}\n{old}\n" };
    }

    private static async Task<string?> TextAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;
}
