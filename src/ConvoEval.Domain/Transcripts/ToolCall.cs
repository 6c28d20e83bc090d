namespace ConvoEval.Domain.Transcripts;

/// <summary>A call of a tool by the bot (or, where a source records it, by the user side).</summary>
public sealed record ToolCall
{
    /// <summary>Name of the tool.</summary>
    public required string Name { get; init; }

    /// <summary>Arguments as canonical JSON (keys sorted, no blanks); null when there were none.</summary>
    public string? ArgumentsJson { get; init; }

    /// <summary>What the tool answered; null when the source does not say.</summary>
    public string? Result { get; init; }

    /// <summary>Whether the call succeeded; null when the source does not say.</summary>
    public bool? IsOk { get; init; }
}
