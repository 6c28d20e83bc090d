namespace ConvoEval.Domain.Runs;

/// <summary>A piece of an input that could not be read. It is counted and reported; the rest goes on.</summary>
public sealed record RejectedInput
{
    /// <summary>File, relative to the workspace where possible.</summary>
    public required string File { get; init; }

    /// <summary>Line (or item of an array), from 1; 0 = the file as a whole.</summary>
    public required long Line { get; init; }

    /// <summary>Machine-readable reason in snake case: invalid_json, missing_field, wrong_type, empty_line, too_large, duplicate, …</summary>
    public required string ReasonCode { get; init; }

    /// <summary>What was expected and what was found, without transcript text.</summary>
    public required string Message { get; init; }
}
