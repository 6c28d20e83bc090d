using System;

namespace ConvoEval.Domain.Kpis;

/// <summary>A person's decision to let a release pass a failed gate. It needs a name, a reason and an end.</summary>
public sealed record GateOverride
{
    /// <summary>KPI id, or critical_statements, or all.</summary>
    public required string Subject { get; init; }

    /// <summary>Newer version it was given for.</summary>
    public required string BotVersion { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Author { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }
}
