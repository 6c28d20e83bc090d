using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>What came of bringing reviews back.</summary>
public sealed record ReviewImportResult
{
    /// <summary>The new version of the set, to be written; null when anything is an error or nothing was reviewed.</summary>
    public required GoldenSet? Set { get; init; }

    /// <summary>All problems: of the sheet first, then in order of line.</summary>
    public required IReadOnlyList<GoldenFinding> Findings { get; init; }

    /// <summary>Responses that were drawn.</summary>
    public required int Drawn { get; init; }

    /// <summary>Responses with a grade.</summary>
    public required int Reviewed { get; init; }

    /// <summary>Drawn responses without a grade, or gone from the sheet.</summary>
    public int NotReviewed => Drawn - Reviewed;

    /// <summary>Sentences for CHANGES.md; empty without a set.</summary>
    public required IReadOnlyList<string> Changes { get; init; }
}
