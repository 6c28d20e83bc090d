using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Kpis;

/// <summary>Says what is wrong with a KPI dictionary before anybody trusts its verdicts.</summary>
public static class KpiDictionaryLint
{
    /// <summary>More pinned KPIs than this are a list, not a board.</summary>
    private const int MostPinned = 8;

    /// <summary>
    /// All findings: those of the dictionary first, then by KPI in dictionary order, errors and warnings together.
    /// </summary>
    public static IReadOnlyList<KpiFinding> Check(IReadOnlyList<KpiDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var findings = new List<KpiFinding>();
        var pinned = definitions.Count(kpi => kpi.IsPinned);
        if (pinned > MostPinned)
            findings.Add(new KpiFinding("", "too_many_pinned", false, FormattableString.Invariant(
                $"Expected at most {MostPinned} pinned KPIs, found {pinned}.")));
        if (definitions.Count > 0 && pinned == 0)
            findings.Add(new KpiFinding(
                "", "none_pinned", false, "Expected at least one pinned KPI: the gate looks at nothing else."));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kpi in definitions)
        {
            if (!ids.Add(kpi.Id))
                findings.Add(new KpiFinding(kpi.Id, "duplicate_id", true, $"KPI {kpi.Id} is defined twice."));
        }

        foreach (var kpi in definitions)
            findings.AddRange(Check(kpi, ids));
        return findings;
    }

    private static IEnumerable<KpiFinding> Check(KpiDefinition kpi, HashSet<string> ids)
    {
        KpiFinding Error(string code, string message) => new(kpi.Id, code, true, message);
        KpiFinding Warning(string code, string message) => new(kpi.Id, code, false, message);

        if (KpiFormulas.Find(kpi.Id) is null)
            yield return Error("unknown_kpi", $"No formula is known for {kpi.Id}; expected one of {KpiFormulas.KnownIds}.");
        if (string.IsNullOrWhiteSpace(kpi.Owner))
            yield return Warning("no_owner", "Nobody is named who has the lever.");
        if (kpi.Target is null)
            yield return Warning("no_target", "No target is set, so no light can be green.");
        if (kpi.Margin is null)
            yield return Warning("no_margin", "No margin is set, so \"no worse\" can never be said.");
        if (kpi.GuardKpiId is null)
            yield return Warning("no_guard", "No guard KPI is named, so a gain may be gamed unseen.");
        else if (kpi.GuardKpiId == kpi.Id || !ids.Contains(kpi.GuardKpiId))
            yield return Error("unknown_guard", $"Expected another KPI of the dictionary as guard, found {kpi.GuardKpiId}.");
        if (kpi.Margin is { } margin && !(double.IsFinite(margin) && margin > 0))
            yield return Error("bad_margin", FormattableString.Invariant($"Expected a margin above 0, found {margin}."));
        if (kpi.MinimumScored < 1)
            yield return Error("bad_minimum", FormattableString.Invariant(
                $"Expected a minimum of at least 1 scored unit, found {kpi.MinimumScored}."));
        foreach (var (name, value) in new[] { ("target", kpi.Target), ("red line", kpi.RedLine) })
        {
            if (value is { } given && !IsInRange(given, kpi.Unit))
                yield return Error("out_of_range", FormattableString.Invariant(
                    $"The {name} {given} is no possible value in {kpi.Unit}."));
        }

        if (kpi.Target is { } target && kpi.RedLine is { } red && !IsBeyond(red, target, kpi.Direction))
            yield return Error("red_beyond_target", FormattableString.Invariant(
                $"Expected the red line on the worse side of the target {target}, found {red}."));
    }

    private static bool IsInRange(double value, KpiUnit unit) =>
        double.IsFinite(value) && value >= 0 && (unit != KpiUnit.Share || value <= 1);

    private static bool IsBeyond(double red, double target, KpiDirection direction) =>
        direction == KpiDirection.HigherIsBetter ? red <= target : red >= target;
}
