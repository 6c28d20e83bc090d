using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Statistics.Comparison;

/// <summary>
/// All guardrails must hold and the primary KPI must show what was asked: an intersection–union test (Berger 1982), so
/// each interval keeps its own level and nothing is corrected for their number.
/// </summary>
public static class ReleaseGate
{
    /// <summary>
    /// Decides. A judge that is not trusted or a sample below its minimum is "need more data" before anything else;
    /// then a sure loss beyond the margin on any KPI is "do not ship". O(guardrails).
    /// </summary>
    public static GateResult Decide(
        GateKpi primary,
        IReadOnlyList<GateKpi> guardrails,
        GateMode mode,
        bool isJudgeTrusted,
        bool hasEnoughUnits)
    {
        if (!isJudgeTrusted)
            return new GateResult(GateDecision.NeedMoreData, GateReason.JudgeNotTrusted, []);
        if (!hasEnoughUnits)
            return new GateResult(GateDecision.NeedMoreData, GateReason.TooFewUnits, []);
        string[] lost = Select(primary, guardrails, IsLost, IsLost);
        if (lost.Length > 0)
            return new GateResult(GateDecision.DoNotShip, GateReason.LossBeyondMargin, lost);
        Func<GateKpi, bool> isPrimaryShort = mode == GateMode.Superiority
            ? kpi => kpi.State != DifferenceState.Better
            : kpi => !Holds(kpi);
        string[] open = Select(primary, guardrails, isPrimaryShort, kpi => !Holds(kpi));
        if (open.Length == 0)
            return new GateResult(GateDecision.Ship, GateReason.AllHold, []);
        bool isGuarded = guardrails.All(Holds);
        return mode == GateMode.Superiority && isGuarded && primary.State == DifferenceState.Equivalent
            ? new GateResult(GateDecision.DoNotShip, GateReason.NoRelevantDifference, [primary.Id])
            : new GateResult(GateDecision.NeedMoreData, GateReason.Undecided, open);
    }

    private static bool IsLost(GateKpi kpi) => kpi.State == DifferenceState.WorseThanMargin;

    private static bool Holds(GateKpi kpi) =>
        kpi.State is DifferenceState.Better or DifferenceState.NonInferior or DifferenceState.Equivalent;

    private static string[] Select(
        GateKpi primary,
        IReadOnlyList<GateKpi> guardrails,
        Func<GateKpi, bool> ofPrimary,
        Func<GateKpi, bool> ofGuardrail)
    {
        var chosen = guardrails.Where(ofGuardrail).Select(kpi => kpi.Id);
        return (ofPrimary(primary) ? chosen.Prepend(primary.Id) : chosen).ToArray();
    }
}
