using System.Collections.Generic;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Scoring.Failures;

/// <summary>Failures of one kind and intent in a version, counted.</summary>
public sealed record FailureGroupTally
{
    /// <summary>What went wrong.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Bot version; null = unknown.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Intent of the conversation; null = unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>How many conversations they touch.</summary>
    public required long Conversations { get; init; }

    /// <summary>How many happened in the last night of the data.</summary>
    public required long New { get; init; }

    /// <summary>A few of them, newest night first.</summary>
    public required IReadOnlyList<FailureReference> Examples { get; init; }
}
