using System.Collections.Generic;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>What came of reading a review sheet.</summary>
public sealed record ReviewSheetReading
{
    /// <summary>File name, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Lines that could be read, each with its line number from 1.</summary>
    public required IReadOnlyList<(int Number, ReviewLine Line)> Lines { get; init; }

    /// <summary>What is wrong with the sheet, in order of line.</summary>
    public required IReadOnlyList<GoldenFinding> Findings { get; init; }
}
