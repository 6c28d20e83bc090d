using System.Collections.Generic;
using ConvoEval.Domain.Kpis;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Cli.Workspaces;

/// <summary>A workspace as read from its files.</summary>
internal sealed record Workspace
{
    /// <summary>Folder of <c>convoeval.yaml</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>SQLite file of the store.</summary>
    public required string StorePath { get; init; }

    /// <summary>Folder that reports go to.</summary>
    public required string ReportsPath { get; init; }

    /// <summary>What a run shall do.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>Overrides of the gate, expired ones included.</summary>
    public required IReadOnlyList<GateOverride> Overrides { get; init; }
}
