using System.Collections.Generic;
using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>What a golden set says of a judge.</summary>
public sealed record MeasuredJudge
{
    /// <summary>The split it was measured on.</summary>
    public required GoldenSplit Split { get; init; }

    /// <summary>One licence a bot version in ordinal order, then the one of all versions together.</summary>
    public required IReadOnlyList<JudgeLicence> Licences { get; init; }

    /// <summary>
    /// Counts by version (then all together), sampling, grade and kind of bad; rows without responses are left out. They show where a
    /// judge is blind: one that sees wrong numbers may not see what is missing.
    /// </summary>
    public required IReadOnlyList<OutcomeRow> Rows { get; init; }

    /// <summary>Golden responses of the split for which no outcome was handed in; they stand in the rows as unscored.</summary>
    public required long Unanswered { get; init; }

    /// <summary>Outcomes for ids that the set does not have; they count nowhere.</summary>
    public required long UnknownIds { get; init; }
}
