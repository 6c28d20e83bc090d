using System;

namespace ConvoEval.Storage;

/// <summary>A run as the store knows it.</summary>
public sealed record RunRow
{
    /// <summary>Its name.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Hash of the plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The plan as JSON.</summary>
    public required string PlanJson { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunState State { get; init; }

    /// <summary>Batches committed; also the number of the batch that comes next.</summary>
    public required int BatchesDone { get; init; }

    /// <summary>What the committed batches add up to.</summary>
    public required RunTotals Totals { get; init; }

    /// <summary>The outcome as JSON; null while running.</summary>
    public string? OutcomeJson { get; init; }
}
