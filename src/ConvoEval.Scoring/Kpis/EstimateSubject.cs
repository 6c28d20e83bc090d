using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Kpis;

/// <summary>Whose KPI is estimated, and how surely.</summary>
/// <param name="Definition">The KPI.</param>
/// <param name="BotVersion">Version; null = all.</param>
/// <param name="Segment">Segment; null = all conversations of the version.</param>
/// <param name="Level">Confidence level.</param>
internal readonly record struct EstimateSubject(
    KpiDefinition Definition, string? BotVersion, string? Segment, double Level);
