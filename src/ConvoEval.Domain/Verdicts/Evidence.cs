namespace ConvoEval.Domain.Verdicts;

/// <summary>A quote from the transcript that a verdict rests on.</summary>
/// <param name="TurnIndex">Turn it stands in.</param>
/// <param name="Start">First UTF-16 unit in the (masked) text of the turn.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Quote">The text between the two.</param>
public sealed record Evidence(int TurnIndex, int Start, int End, string Quote);
