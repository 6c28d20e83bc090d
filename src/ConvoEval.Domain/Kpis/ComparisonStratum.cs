namespace ConvoEval.Domain.Kpis;

/// <summary>The share of one stratum in a difference between versions.</summary>
public sealed record ComparisonStratum
{
    /// <summary>Name of the stratum: an intent, or "other" for pooled small ones.</summary>
    public required string Name { get; init; }

    /// <summary>Conversations (or responses) of the older version in it.</summary>
    public required long CountOld { get; init; }

    /// <summary>Conversations (or responses) of the newer version in it.</summary>
    public required long CountNew { get; init; }

    /// <summary>Value in the older version; null when empty.</summary>
    public double? ValueOld { get; init; }

    /// <summary>Value in the newer version; null when empty.</summary>
    public double? ValueNew { get; init; }

    /// <summary>Part of the difference due to its changed weight.</summary>
    public required double Mix { get; init; }

    /// <summary>Part due to the change within it.</summary>
    public required double Within { get; init; }
}
