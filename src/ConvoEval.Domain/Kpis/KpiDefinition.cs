using System.Collections.Generic;

namespace ConvoEval.Domain.Kpis;

/// <summary>An entry of the KPI dictionary. Reports print the definition; calculators compute it.</summary>
public sealed record KpiDefinition
{
    /// <summary>Id in snake case, such as goal_completion.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the definition; a change breaks the trend line.</summary>
    public required int Version { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    /// <summary>Formula in words: what is counted over what.</summary>
    public required string Formula { get; init; }

    /// <summary>What one unit of the denominator is.</summary>
    public required string Denominator { get; init; }

    /// <summary>Fields and labels it needs; missing ones make it "cannot be computed from this source".</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Unit.</summary>
    public required KpiUnit Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public required KpiDirection Direction { get; init; }

    /// <summary>KPI that must not get worse when this one gets better; null when there is none.</summary>
    public string? GuardKpiId { get; init; }

    /// <summary>Smallest difference that matters, in <see cref="Unit"/>; null = nobody decided, so no verdict "no worse".</summary>
    public double? Margin { get; init; }

    /// <summary>Target in <see cref="Unit"/>; null = none set.</summary>
    public double? Target { get; init; }

    /// <summary>Value beyond which the KPI is red, in <see cref="Unit"/>; null = none set.</summary>
    public double? RedLine { get; init; }

    /// <summary>Who has the lever; null = nobody named.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it stands on the board and in the gate.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Fewest scored units per version for a verdict.</summary>
    public int MinimumScored { get; init; } = 30;
}
