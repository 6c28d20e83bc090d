namespace ConvoEval.Statistics.Paired;

/// <summary>Two-sided p-values of the paired test.</summary>
/// <param name="ExactP">Exact binomial p-value; keeps its level, but is conservative.</param>
/// <param name="MidP">Mid-p: half the weight of the seen outcome; the one to decide by.</param>
/// <param name="ChiSquared">(b−c)²/(b+c) without correction; null without discordant pairs.</param>
/// <param name="AsymptoticP">p-value of <paramref name="ChiSquared"/>; null with it.</param>
public readonly record struct McNemarResult(double ExactP, double MidP, double? ChiSquared, double? AsymptoticP);
