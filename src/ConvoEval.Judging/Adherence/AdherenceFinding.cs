using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Adherence;

/// <summary>One thing that speaks against a response.</summary>
/// <param name="ReasonCode">In snake case.</param>
/// <param name="Explanation">In words; quotes golden texts only.</param>
/// <param name="Evidence">The quote it rests on.</param>
/// <param name="CriticalStatementId">Critical forbidden statement that was made; null when none was.</param>
internal sealed record AdherenceFinding(string ReasonCode, string Explanation, Evidence Evidence, string? CriticalStatementId = null);
