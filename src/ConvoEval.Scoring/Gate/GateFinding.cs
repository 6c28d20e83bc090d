using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Gate;

/// <summary>Something that keeps a release from passing.</summary>
/// <param name="Subject">KPI id, or critical_statements.</param>
/// <param name="Outcome">What it means for the release.</param>
/// <param name="Reason">A sentence.</param>
internal sealed record GateFinding(string Subject, GateOutcome Outcome, string Reason);
