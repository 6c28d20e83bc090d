using System.Collections.Generic;

namespace ConvoEval.Domain.Golden;

/// <summary>A version of a golden set: approved answers and verdicts on real responses.</summary>
public sealed record GoldenSet
{
    /// <summary>Name of the set.</summary>
    public required string Name { get; init; }

    /// <summary>Version; a version is never edited.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 (hex) over items and verdicts.</summary>
    public required string Digest { get; init; }

    /// <summary>Who annotated, as the manifest says: authored, or human.</summary>
    public required string Annotator { get; init; }

    /// <summary>Items in order of id.</summary>
    public required IReadOnlyList<GoldenItem> Items { get; init; }

    /// <summary>Verdicts in order of id.</summary>
    public required IReadOnlyList<GoldenVerdict> Verdicts { get; init; }

    /// <summary>Licence of the texts, such as CC0-1.0; empty when unknown.</summary>
    public string Licence { get; init; } = "";

    /// <summary>How its questions are dealt out to tuning and measuring; null when the set has no rule and so may not measure a judge.</summary>
    public GoldenSplitRule? Split { get; init; }

    /// <summary>Contact values of the bot that are public, and so are never masked.</summary>
    public IReadOnlyList<string> PublicContacts { get; init; } = [];
}
