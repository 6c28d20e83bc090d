using ConvoEval.Judging.Contracts;

namespace ConvoEval.Judging.Lines;

/// <summary>A line of the judge by hand: a response with the golden texts that it is held against.</summary>
/// <param name="Id">The id as JSON (text or number), passed through as it came; null when the line has none.</param>
/// <param name="Response">What is to be judged; its items are null when the line brings no golden texts.</param>
public sealed record JudgeLine(string? Id, ResponseToJudge Response);
