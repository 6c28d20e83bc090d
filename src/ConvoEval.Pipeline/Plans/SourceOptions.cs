using System.Collections.Generic;

namespace ConvoEval.Pipeline.Plans;

/// <summary>One transcript source of a workspace, with its files found.</summary>
public sealed record SourceOptions
{
    /// <summary>Name, unique in the workspace; the first half of every conversation's identity.</summary>
    public required string Name { get; init; }

    /// <summary>Format name; null = find out by looking into each file.</summary>
    public string? Format { get; init; }

    /// <summary>Files in ordinal order of their display path.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Options of the format, such as reward: drop for τ²-bench.</summary>
    public IReadOnlyDictionary<string, string> FormatOptions { get; init; } = new Dictionary<string, string>();
}
