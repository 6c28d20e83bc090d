using System.Collections.Generic;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>What a look at a golden set brought up, beyond what makes it valid.</summary>
public sealed record GoldenCheck
{
    /// <summary>Findings in order of file and line. None is an error: a set with all of them still works.</summary>
    public required IReadOnlyList<GoldenFinding> Findings { get; init; }

    /// <summary>Verdicts by version, split, sampling and grade, in that order; every combination, 0 included.</summary>
    public required IReadOnlyList<GoldenCount> Counts { get; init; }

    /// <summary>
    /// Share of bad responses without a number, date or negation, from 0 to 1; null without bad ones. The higher, the harder the set
    /// is for rules, and the more its specificity tells.
    /// </summary>
    public required double? CuelessBadShare { get; init; }
}
