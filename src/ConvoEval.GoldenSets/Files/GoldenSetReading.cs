using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Files;

/// <summary>What came of reading the folder of a golden set.</summary>
public sealed record GoldenSetReading
{
    /// <summary>The set; null when anything is an error.</summary>
    public required GoldenSet? Set { get; init; }

    /// <summary>
    /// What could be read, whatever is wrong with the rest: for checks and for mending, never for measuring a judge. Null when the
    /// manifest could not be read.
    /// </summary>
    public required GoldenSet? Draft { get; init; }

    /// <summary>All problems, in order of file and line.</summary>
    public required IReadOnlyList<GoldenFinding> Findings { get; init; }

    /// <summary>The set, or an exception that lists all errors.</summary>
    public GoldenSet Required() =>
        Set ?? throw new GoldenSetException("The golden set cannot be used.", Findings);
}
