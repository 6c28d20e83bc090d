using System;
using System.Collections.Generic;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Pipeline.Plans;

/// <summary>What a workspace asks a run to do. All paths are resolved; nothing here is read from the environment later.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Name of the bot; null = not given.</summary>
    public string? Bot { get; init; }

    /// <summary>Contact values of the bot that are public, and so are never masked.</summary>
    public IReadOnlyList<string> PublicContacts { get; init; } = [];

    /// <summary>Transcript sources in the order of the file.</summary>
    public required IReadOnlyList<SourceOptions> Sources { get; init; }

    /// <summary>Folder of the intent model; null = the workspace runs without intents.</summary>
    public string? IntentModelPath { get; init; }

    /// <summary>Folder of the golden set; null = nothing is judged against golden answers.</summary>
    public string? GoldenSetPath { get; init; }

    /// <summary>Goals; empty = goal completion cannot be computed.</summary>
    public IReadOnlyList<GoalDefinition> Goals { get; init; } = [];

    /// <summary>KPI dictionary with the workspace's targets and margins.</summary>
    public required IReadOnlyList<KpiDefinition> Kpis { get; init; }

    /// <summary>Ids of the judges that run.</summary>
    public required IReadOnlyList<string> Judges { get; init; }

    /// <summary>Older version of the gate; null = the first version seen.</summary>
    public string? CompareFrom { get; init; }

    /// <summary>Newer version of the gate; null = the last version seen.</summary>
    public string? CompareTo { get; init; }

    /// <summary>Intents that are small talk and never the intent of a conversation.</summary>
    public IReadOnlyList<string> SmallTalkIntents { get; init; } = [];

    /// <summary>Whether the source records hand-overs, so that their absence means none; null = judged by what the data holds.</summary>
    public bool? RecordsHandovers { get; init; }

    /// <summary>Only conversations that start on or after this UTC day; null = all.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Confidence level of all intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Seed of everything that is drawn.</summary>
    public ulong Seed { get; init; } = 20260301;

    /// <summary>Conversations in a batch: what is committed together.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>
    /// Batches in the works at once: what a killed run does again at most. No part of the plan, because results do not depend on it.
    /// Null = one more than the machine has processors.
    /// </summary>
    public int? Parallelism { get; init; }

    /// <summary>Smallest share of judged items that must be graded, else the run ends with exit code 4.</summary>
    public double CoverageFloor { get; init; } = 0.5;
}
