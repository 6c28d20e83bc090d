namespace ConvoEval.Domain.Verdicts;

/// <summary>Why an item that should have a grade has none.</summary>
public enum UnscoredReason
{
    /// <summary>The reply could not be read.</summary>
    Unparsable,

    /// <summary>The reply was cut off.</summary>
    Truncated,

    /// <summary>The judge refused.</summary>
    Refused,

    /// <summary>The quoted evidence is not in the transcript.</summary>
    EvidenceNotFound,

    /// <summary>The judge could not be reached, or failed.</summary>
    Transport,

    /// <summary>The budget was spent before.</summary>
    Budget,

    /// <summary>The item is too large for the judge.</summary>
    TooLarge,
}
