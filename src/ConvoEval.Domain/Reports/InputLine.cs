namespace ConvoEval.Domain.Reports;

/// <summary>What was read from one transcript source. Read = Kept + Duplicates + Reopened + Conflicts; Rejected stands beside.</summary>
public sealed record InputLine
{
    /// <summary>Source name.</summary>
    public required string Source { get; init; }

    /// <summary>Conversations read.</summary>
    public required long Read { get; init; }

    /// <summary>Kept as new conversations.</summary>
    public required long Kept { get; init; }

    /// <summary>Dropped because the same content was there already.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Kept as new revisions of re-opened conversations.</summary>
    public required long Reopened { get; init; }

    /// <summary>Dropped because another conversation has the same id.</summary>
    public required long Conflicts { get; init; }

    /// <summary>Pieces that could not be read.</summary>
    public required long Rejected { get; init; }
}
