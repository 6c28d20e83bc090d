namespace ConvoEval.Storage;

/// <summary>What a run closes with.</summary>
public sealed record RunOutcome
{
    /// <summary>The outcome as JSON, in the words of whoever ran it.</summary>
    public required string OutcomeJson { get; init; }
}
