using System.Collections.Generic;

namespace ConvoEval.Domain.Kpis;

/// <summary>Whether the newer version may be released, by the pinned KPIs and the critical statements.</summary>
public sealed record GateDecision
{
    /// <summary>The decision.</summary>
    public required GateOutcome Outcome { get; init; }

    /// <summary>Older version.</summary>
    public required string From { get; init; }

    /// <summary>Newer version.</summary>
    public required string To { get; init; }

    /// <summary>Reasons, the most important first, each a sentence.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Overrides in force; empty when the decision stands as measured.</summary>
    public IReadOnlyList<GateOverride> Overrides { get; init; } = [];

    /// <summary>Whether an override lets the release pass although the measured outcome would not.</summary>
    public bool IsOverridden { get; init; }
}
