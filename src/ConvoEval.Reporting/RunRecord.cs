using System;
using System.Collections.Generic;

namespace ConvoEval.Reporting;

/// <summary>
/// What happened when a run was made: the only part of a report that may hold times, durations and the machine, and the part that
/// comparisons of bytes leave out.
/// </summary>
public sealed record RunRecord
{
    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>SHA-256 (hex) of the plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>Start of the run, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End of the run, UTC.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Time spent by stage, in the order of the line.</summary>
    public IReadOnlyList<KeyValuePair<string, TimeSpan>> Durations { get; init; } = [];

    /// <summary>The machine: processors, memory, operating system; no name of a person.</summary>
    public required string Machine { get; init; }

    /// <summary>The options of the run as one JSON value.</summary>
    public required string OptionsJson { get; init; }

    /// <summary>Revision of the sources of the program; null when it is not known.</summary>
    public string? SourceRevision { get; init; }

    /// <summary>Whether the sources were changed since that revision; null when it is not known.</summary>
    public bool? IsDirty { get; init; }

    /// <summary>Counts such as conversations, judged items, calls; written in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>Cost of the run in US dollars; null when nothing that costs was used.</summary>
    public decimal? CostUsd { get; init; }
}
