namespace ConvoEval.Scoring.Tables;

/// <summary>Turns of the conversations of a version.</summary>
internal readonly record struct TurnCounts(long User, long Bot, long BotWithFallbackKnown);
