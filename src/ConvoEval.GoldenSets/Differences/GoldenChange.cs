using System.Collections.Generic;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>What became of an item or a verdict from one version of a golden set to another.</summary>
public sealed record GoldenChange
{
    /// <summary>What happened.</summary>
    public required GoldenChangeKind Kind { get; init; }

    /// <summary>Id of the item or verdict.</summary>
    public required string Id { get; init; }

    /// <summary>Fields that differ, named as in the files; empty for what was added or removed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>What happened to an item or verdict.</summary>
public enum GoldenChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is there and different.</summary>
    Changed,
}
