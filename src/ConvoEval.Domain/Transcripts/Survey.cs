namespace ConvoEval.Domain.Transcripts;

/// <summary>What the user answered when asked.</summary>
public sealed record Survey
{
    /// <summary>Customer satisfaction, 1 to 5.</summary>
    public int? Csat { get; init; }

    /// <summary>Would recommend, 0 to 10.</summary>
    public int? Nps { get; init; }

    /// <summary>Customer effort score.</summary>
    public double? Ces { get; init; }

    /// <summary>True when a higher <see cref="Ces"/> means less effort; null when the direction is unknown.</summary>
    public bool? IsHigherCesEasier { get; init; }
}
