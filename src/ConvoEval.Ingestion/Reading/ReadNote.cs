namespace ConvoEval.Ingestion.Reading;

/// <summary>Something strange in a file that kept nothing from being read.</summary>
public sealed record ReadNote
{
    /// <summary>The file, as messages name it.</summary>
    public required string File { get; init; }

    /// <summary>
    /// unknown_field, clock_skew (turns before the turn before them), unread_part (content that is no text), user_side_call
    /// (tool calls of the simulated user, left out) or unmatched_result (tool results without a call).
    /// </summary>
    public required string Code { get; init; }

    /// <summary>What it is about, such as the path of the field; null when the code says all.</summary>
    public string? Detail { get; init; }

    /// <summary>How often it was met.</summary>
    public required long Count { get; init; }
}
