namespace ConvoEval.GoldenSets.Differences;

/// <summary>Whether licences that were measured on the older version of a golden set still say something.</summary>
public sealed record LicenceImpact
{
    /// <summary>Bot version of the licences; null = those of all versions together.</summary>
    public required string? BotVersion { get; init; }

    /// <summary>Whether they have to be measured again before they count.</summary>
    public required bool IsInvalid { get; init; }

    /// <summary>Curated verdicts of the calibrate split that were added, removed, or changed in what a judge is measured by.</summary>
    public required int ChangedVerdicts { get; init; }

    /// <summary>Unchanged ones whose item changed.</summary>
    public required int VerdictsOfChangedItems { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }
}
