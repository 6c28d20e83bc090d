using System;

namespace ConvoEval.Storage;

/// <summary>A run about to start.</summary>
public sealed record NewRun
{
    /// <summary>Its name, unique in the store.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Hash of the plan; only a run with an equal one is resumed.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The plan as JSON.</summary>
    public required string PlanJson { get; init; }

    /// <summary>When it started; kept in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
