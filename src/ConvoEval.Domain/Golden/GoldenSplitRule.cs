namespace ConvoEval.Domain.Golden;

/// <summary>
/// How the golden questions of a set are dealt out to the two splits: by a hash of salt and question, so that a question stays where
/// it is when others are added.
/// </summary>
/// <param name="Salt">Text hashed before the question. Changing it deals all questions anew.</param>
/// <param name="TunePercent">Share of the questions for tuning, in percent, from 0 to 99.</param>
public sealed record GoldenSplitRule(string Salt, int TunePercent);
