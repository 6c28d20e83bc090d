namespace ConvoEval.Domain.Runs;

/// <summary>The coverage of one judge on one criterion. The parts add up to <see cref="Total"/>.</summary>
public sealed record LedgerLine
{
    /// <summary>Criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Bot version; null = unknown version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Judge.</summary>
    public required string Judge { get; init; }

    /// <summary>Items that were up for judging.</summary>
    public required long Total { get; init; }

    /// <summary>Graded.</summary>
    public required long Scored { get; init; }

    /// <summary>The judge could not tell.</summary>
    public required long Abstained { get; init; }

    /// <summary>The criterion does not apply.</summary>
    public required long NotApplicable { get; init; }

    /// <summary>Reply unreadable, truncated, refused, or its evidence not found.</summary>
    public required long Unparsable { get; init; }

    /// <summary>Left out because the budget was spent.</summary>
    public required long SkippedByBudget { get; init; }

    /// <summary>Failed for a technical reason.</summary>
    public required long Errored { get; init; }
}
