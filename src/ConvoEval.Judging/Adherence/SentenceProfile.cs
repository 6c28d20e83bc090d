using System.Collections.Generic;

namespace ConvoEval.Judging.Adherence;

/// <summary>A sentence of a response.</summary>
/// <param name="Start">First UTF-16 unit in the normalised response.</param>
/// <param name="End">One past the last.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Stems">Its content stems, synonyms brought together.</param>
/// <param name="IsNegated">Whether it holds an odd number of negators.</param>
/// <param name="IsQuestion">Whether it ends with a question mark.</param>
internal sealed record SentenceProfile(int Start, int End, IReadOnlyList<string> Tokens, IReadOnlySet<string> Stems, bool IsNegated, bool IsQuestion);
