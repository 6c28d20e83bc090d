namespace ConvoEval.Domain.Transcripts;

/// <summary>Tokens of a language model.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
public readonly record struct TokenUsage(long Input, long Output);
