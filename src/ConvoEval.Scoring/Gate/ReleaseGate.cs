using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Gate;

/// <summary>
/// May the newer version be released? Every pinned KPI must be no worse than its margin allows, and no critical
/// forbidden statement may have been made. All must pass, so each keeps its own level and nothing is corrected for
/// their number (intersection–union test, Berger 1982). What is missing or cannot be compared is never a pass.
/// </summary>
public static class ReleaseGate
{
    /// <summary>
    /// Decides. <see cref="GateDecision.Outcome"/> is what was measured; an override does not change it, it only lets
    /// the release pass.
    /// </summary>
    /// <param name="comparisons">Comparisons of this pair of versions; others are left out.</param>
    /// <param name="definitions">KPI dictionary.</param>
    /// <param name="criticalStatements">Confirmed critical forbidden statements of the newer version.</param>
    /// <param name="overrides">All overrides on file. Those for other versions are left out; expired and incomplete
    /// ones are named.</param>
    /// <param name="today">Day on which an override must still hold.</param>
    /// <param name="from">Older version.</param>
    /// <param name="to">Newer version.</param>
    /// <param name="options">What the release has to show.</param>
    public static GateDecision Decide(
        IReadOnlyList<KpiComparison> comparisons,
        IReadOnlyList<KpiDefinition> definitions,
        long criticalStatements,
        IReadOnlyList<GateOverride> overrides,
        DateOnly today,
        string from,
        string to,
        GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(criticalStatements);
        var ofPair = comparisons
            .Where(comparison => comparison.From == from && comparison.To == to)
            .ToDictionary(comparison => comparison.KpiId, StringComparer.Ordinal);
        var findings = GateFindings.Of(ofPair, definitions, criticalStatements, to, options);
        var ofVersion = overrides.Where(given => given.BotVersion == to).ToList();
        var inForce = ofVersion
            .Where(given => IsComplete(given) && given.Expires >= today && findings.Any(finding => Covers(given, finding)))
            .ToList();
        var reasons = findings.Select(finding => finding.Reason).ToList();
        if (findings.Count == 0)
            reasons.Add("Every pinned KPI is better, or no worse than its margin allows, and no critical statement was made.");
        reasons.AddRange(ofVersion.Where(given => IsComplete(given) && given.Expires < today).Select(Expired));
        reasons.AddRange(ofVersion.Where(given => !IsComplete(given)).Select(given =>
            $"The override of {given.Subject} does not count: it needs an author and a reason."));
        return new GateDecision
        {
            Outcome = OutcomeOf(findings),
            From = from,
            To = to,
            Reasons = reasons,
            Overrides = inForce,
            IsOverridden = findings.Count > 0 && findings.All(finding => inForce.Any(given => Covers(given, finding))),
        };
    }

    private static GateOutcome OutcomeOf(IReadOnlyList<GateFinding> findings) =>
        findings.Count == 0 ? GateOutcome.Ship
        : findings.Any(finding => finding.Outcome == GateOutcome.DoNotShip) ? GateOutcome.DoNotShip
        : GateOutcome.NeedMoreData;

    private static bool Covers(GateOverride given, GateFinding finding) =>
        given.Subject == "all" || given.Subject == finding.Subject;

    private static bool IsComplete(GateOverride given) =>
        !string.IsNullOrWhiteSpace(given.Author) && !string.IsNullOrWhiteSpace(given.Reason);

    private static string Expired(GateOverride given) =>
        $"The override of {given.Subject} by {given.Author} expired on "
        + $"{given.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} and does not count.";
}
