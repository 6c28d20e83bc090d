using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Comparisons;

namespace ConvoEval.Scoring.Gate;

/// <summary>Looks for everything that keeps a release from passing, worst first.</summary>
internal static class GateFindings
{
    public const string CriticalStatements = "critical_statements";

    public static IReadOnlyList<GateFinding> Of(
        IReadOnlyDictionary<string, KpiComparison> comparisons,
        IReadOnlyList<KpiDefinition> definitions,
        long criticalStatements,
        string to,
        GateOptions options)
    {
        var findings = new List<GateFinding>();
        if (criticalStatements > 0)
            findings.Add(new GateFinding(
                CriticalStatements,
                GateOutcome.DoNotShip,
                FormattableString.Invariant($"{to} made {criticalStatements} critical forbidden ")
                + (criticalStatements == 1 ? "statement" : "statements")
                + "; one is enough to stop a release."));
        var pinned = definitions.Where(kpi => kpi.IsPinned || kpi.Id == options.MustImproveKpiId).ToList();
        if (pinned.Count == 0)
            findings.Add(new GateFinding(
                "all", GateOutcome.NeedMoreData, "No KPI is pinned, so there is nothing to decide by."));
        if (options.MustImproveKpiId is { } wanted && pinned.All(kpi => kpi.Id != wanted))
            findings.Add(new GateFinding(
                wanted, GateOutcome.NeedMoreData, $"{wanted} must improve, but no such KPI is defined."));
        foreach (var kpi in pinned)
        {
            var finding = comparisons.TryGetValue(kpi.Id, out var comparison)
                ? Of(kpi, comparison, isWanted: kpi.Id == options.MustImproveKpiId)
                : new GateFinding(kpi.Id, GateOutcome.NeedMoreData, $"{kpi.Name} was not compared.");
            if (finding is not null)
                findings.Add(finding);
        }

        findings.AddRange(Gamed(definitions, comparisons));
        // A stable sort keeps the board order within an outcome.
        return findings.OrderBy(finding => finding.Outcome == GateOutcome.DoNotShip ? 0 : 1).ToList();
    }

    private static GateFinding? Of(KpiDefinition kpi, KpiComparison comparison, bool isWanted)
    {
        GateFinding Stop(string what) => new(kpi.Id, GateOutcome.DoNotShip, $"{kpi.Name}: {what}");
        GateFinding Open(string what) => new(kpi.Id, GateOutcome.NeedMoreData, $"{kpi.Name}: {what}");

        return comparison.State switch
        {
            ComparisonStates.WorseThanMargin => Stop("surely worse than its margin allows."),
            ComparisonStates.Worse when ComparisonMargin.Of(kpi) is null => Stop("surely worse, and no margin allows a loss."),
            ComparisonStates.Worse => Open("surely worse, but whether by more than its margin is open."),
            ComparisonStates.Better => null,
            ComparisonStates.Equivalent when isWanted => Stop("should be better, and there is no relevant difference."),
            ComparisonStates.NoWorseButLower when isWanted => Stop("should be better, and is surely a little worse."),
            _ when comparison.Verdict == ComparisonVerdict.NoWorse =>
                isWanted ? Open("should be better; so far it is only known to be no worse.") : null,
            _ when comparison.Verdict == ComparisonVerdict.NotComparable => Open($"not comparable. {comparison.Explanation}"),
            _ => Open(Undecided(comparison)),
        };
    }

    private static string Undecided(KpiComparison comparison) => comparison.NeededPerVersion is { } needed
        ? FormattableString.Invariant(
            $"the data cannot tell; about {needed} {(comparison.Pairs > 0 ? "pairs" : "conversations per version")} would.")
        : $"the data cannot tell. {comparison.Explanation}";

    /// <summary>A gain whose unpinned guard surely lost: pinned guards have a finding of their own.</summary>
    private static IEnumerable<GateFinding> Gamed(
        IReadOnlyList<KpiDefinition> definitions, IReadOnlyDictionary<string, KpiComparison> comparisons)
    {
        foreach (var kpi in definitions)
        {
            if (kpi.GuardKpiId is not { } guardId
                || definitions.FirstOrDefault(candidate => candidate.Id == guardId) is not { IsPinned: false } guard
                || comparisons.GetValueOrDefault(kpi.Id) is not { Verdict: ComparisonVerdict.Better }
                || comparisons.GetValueOrDefault(guardId) is not { State: ComparisonStates.WorseThanMargin })
                continue;
            yield return new GateFinding(kpi.Id, GateOutcome.NeedMoreData,
                $"{kpi.Name} got better while its guard {guard.Name} got worse than its margin allows: the gain may be gamed.");
        }
    }
}
