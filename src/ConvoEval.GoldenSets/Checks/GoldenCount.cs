using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>How many verdicts of a sort a golden set has.</summary>
/// <param name="BotVersion">Bot version.</param>
/// <param name="Split">Split.</param>
/// <param name="Sampling">Curated or random.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Verdicts">Number of verdicts, 0 included.</param>
public sealed record GoldenCount(
    string BotVersion, GoldenSplit Split, GoldenSampling Sampling, AnnotatedGrade Grade, int Verdicts);
