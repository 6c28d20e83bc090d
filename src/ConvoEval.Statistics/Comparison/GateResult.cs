using System.Collections.Generic;

namespace ConvoEval.Statistics.Comparison;

/// <summary>The gate's decision with its reason.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">Why.</param>
/// <param name="KpiIds">The KPIs behind the reason: primary first, then guardrails in the order given.</param>
public sealed record GateResult(GateDecision Decision, GateReason Reason, IReadOnlyList<string> KpiIds);
