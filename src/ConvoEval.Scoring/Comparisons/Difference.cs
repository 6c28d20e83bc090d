using ConvoEval.Statistics;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>New minus old, as measured.</summary>
internal sealed record Difference
{
    /// <summary>New minus old in the KPI's unit.</summary>
    public required double Value { get; init; }

    /// <summary>Its interval; null when there is too little, or no variation to judge by.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Two-sided p-value that belongs to the method; null when there is none.</summary>
    public double? PValue { get; init; }

    /// <summary>Pairs used; 0 = unpaired.</summary>
    public int Pairs { get; init; }

    /// <summary>Scenarios among the pairs.</summary>
    public int Scenarios { get; init; }

    /// <summary>Pairs in which only the older version succeeded; null when not a paired share.</summary>
    public long? OnlyOld { get; init; }

    /// <summary>Pairs in which only the newer version succeeded.</summary>
    public long? OnlyNew { get; init; }

    /// <summary>Conversations of the older version behind the number.</summary>
    public required long ConversationsOld { get; init; }

    /// <summary>Conversations of the newer version behind the number.</summary>
    public required long ConversationsNew { get; init; }
}
