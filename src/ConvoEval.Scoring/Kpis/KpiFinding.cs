namespace ConvoEval.Scoring.Kpis;

/// <summary>Something wrong with a KPI dictionary.</summary>
/// <param name="KpiId">The KPI; empty when it is about the dictionary as a whole.</param>
/// <param name="Code">Snake case: no_owner, no_target, no_margin, no_guard, unknown_guard, unknown_kpi, duplicate_id,
/// too_many_pinned, …</param>
/// <param name="IsError">True = verdicts or numbers would be wrong; false = a warning.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record KpiFinding(string KpiId, string Code, bool IsError, string Message);
