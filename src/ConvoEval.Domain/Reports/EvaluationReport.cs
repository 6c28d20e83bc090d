using System;
using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Domain.Reports;

/// <summary>
/// All that a report shows: finished results in a fixed order, without wall clock, duration, path or machine name. Writers only
/// format it.
/// </summary>
public sealed record EvaluationReport
{
    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Name of the bot.</summary>
    public string? Bot { get; init; }

    /// <summary>First night of the data; null when no conversation has a time.</summary>
    public DateOnly? FirstNight { get; init; }

    /// <summary>Last night of the data: what is new.</summary>
    public DateOnly? LastNight { get; init; }

    /// <summary>Versions in order of release (first conversation).</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>Release gate; null when fewer than two versions are there.</summary>
    public GateDecision? Gate { get; init; }

    /// <summary>KPI dictionary in board order, pinned first.</summary>
    public required IReadOnlyList<KpiDefinition> Definitions { get; init; }

    /// <summary>Estimates by KPI (dictionary order), version, segment.</summary>
    public required IReadOnlyList<Estimate> Estimates { get; init; }

    /// <summary>Comparisons: the gate's pair first, then the others.</summary>
    public required IReadOnlyList<KpiComparison> Comparisons { get; init; }

    /// <summary>Outcome partition by version.</summary>
    public required IReadOnlyList<OutcomePartition> Outcomes { get; init; }

    /// <summary>Counts by night and version.</summary>
    public required IReadOnlyList<NightLine> Nights { get; init; }

    /// <summary>Critical forbidden statements, newest first; all of them.</summary>
    public required IReadOnlyList<Failure> CriticalStatements { get; init; }

    /// <summary>Other failures, worst group first.</summary>
    public required IReadOnlyList<FailureGroup> Failures { get; init; }

    /// <summary>Licences of the judges.</summary>
    public required IReadOnlyList<JudgeLicence> Licences { get; init; }

    /// <summary>Coverage ledger.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<InputLine> Inputs { get; init; }

    /// <summary>First rejected pieces of the input, in input order (at most 100); <see cref="Inputs"/> has the counts.</summary>
    public required IReadOnlyList<RejectedInput> Rejected { get; init; }

    /// <summary>Conversations that do not count, by reason.</summary>
    public required IReadOnlyDictionary<string, long> Excluded { get; init; }

    /// <summary>User turns on which classifier and bot could be compared, by version: disagreements and turns.</summary>
    public required IReadOnlyList<BeliefLine> Disagreements { get; init; }

    /// <summary>Masked personal data by entity.</summary>
    public required IReadOnlyDictionary<string, long> Masked { get; init; }

    /// <summary>What the numbers depend on.</summary>
    public required IReadOnlyList<ProvenanceLine> Provenance { get; init; }

    /// <summary>Warnings that a reader must see, each a sentence.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
