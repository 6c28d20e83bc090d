using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Pipeline.Runs;
using ConvoEval.Scoring.Gate;
using ConvoEval.Storage;

namespace ConvoEval.Cli.Reports;

/// <summary>The report of a finished run out of the store.</summary>
internal static class StoredReport
{
    /// <summary>The report of the run named, by its beginning, or of the latest finished run.</summary>
    /// <exception cref="ConfigurationException">There is none, or the name fits several.</exception>
    public static async Task<EvaluationReport> FindAsync(IRunStore store, string? name, CancellationToken cancellationToken)
    {
        var finished = (await store.ListAsync(cancellationToken)).Where(run => run.State == RunState.Finished).ToList();
        var fitting = name is null ? finished : [.. finished.Where(run => run.RunId.Value.StartsWith(name, StringComparison.Ordinal))];
        if (name is not null && fitting.Find(run => run.RunId.Value == name) is { } exact)
            fitting = [exact];
        if (fitting.Count == 0)
            throw new ConfigurationException([name is null ? "the store has no finished run yet: convoeval run makes one" : $"RUN: expected one of {Names(finished)}, found '{name}'"]);
        if (name is not null && fitting.Count > 1)
            throw new ConfigurationException([$"RUN: '{name}' fits {Names(fitting)}"]);
        return ReportJson.Read(fitting[^1].OutcomeJson ?? throw new ConfigurationException([$"run {fitting[^1].RunId} has no outcome"]));
    }

    /// <summary>The gate decided again for a pair of versions, with the overrides that are on file today.</summary>
    public static GateDecision Decide(EvaluationReport report, string from, string to, IReadOnlyList<GateOverride> overrides, DateOnly today)
    {
        var comparisons = report.Comparisons.Where(comparison => comparison.From == from && comparison.To == to).ToList();
        // The list, not the nights: a conversation without a time belongs to no night, and its statement stops a release all the same.
        var critical = report.CriticalStatements.Count(failure => failure.BotVersion == to);
        var decision = ReleaseGate.Decide(comparisons, report.Definitions, critical, overrides, today, from, to, new GateOptions());
        return InputGuard.Apply(decision, report.Inputs);
    }

    private static string Names(IEnumerable<RunRow> runs) => string.Join(", ", runs.Select(run => run.RunId.Value));
}
