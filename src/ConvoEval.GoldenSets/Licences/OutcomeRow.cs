using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>How a judge fared on golden responses of one sort.</summary>
public sealed record OutcomeRow
{
    /// <summary>Bot version; null = all versions together.</summary>
    public required string? BotVersion { get; init; }

    /// <summary>Curated rows make the licence; random ones are shown beside it and never added to it.</summary>
    public required GoldenSampling Sampling { get; init; }

    /// <summary>What the annotator said.</summary>
    public required AnnotatedGrade Grade { get; init; }

    /// <summary>Kind of bad: wrong_fact, forbidden, missing, off, procedure; null when not bad or not said.</summary>
    public required string? BadKind { get; init; }

    /// <summary>Responses that the judge passed.</summary>
    public required long Passed { get; init; }

    /// <summary>Responses that it failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Responses of which it could not tell.</summary>
    public required long Abstained { get; init; }

    /// <summary>Responses to which it found no golden answer; right for those that the annotator called not applicable.</summary>
    public required long Uncovered { get; init; }

    /// <summary>Responses that it could not score, or was never asked about.</summary>
    public required long Unscored { get; init; }

    /// <summary>All of them.</summary>
    public long Total => Passed + Failed + Abstained + Uncovered + Unscored;
}
