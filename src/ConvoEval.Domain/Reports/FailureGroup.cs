using System.Collections.Generic;

namespace ConvoEval.Domain.Reports;

/// <summary>Failures of one kind and intent in a version, with the worst few shown.</summary>
public sealed record FailureGroup
{
    /// <summary>What went wrong.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Intent; null when unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>Bot version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>How many conversations they touch.</summary>
    public required long Conversations { get; init; }

    /// <summary>How many happened in the last night.</summary>
    public required long New { get; init; }

    /// <summary>A few of them, newest night first.</summary>
    public required IReadOnlyList<Failure> Examples { get; init; }
}
