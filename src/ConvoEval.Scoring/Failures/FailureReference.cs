using System;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Failures;

/// <summary>Where a failure is, without its text.</summary>
public sealed record FailureReference
{
    /// <summary>Conversation.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Bot version; null = unknown.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Night of the conversation; null = unknown.</summary>
    public DateOnly? Night { get; init; }

    /// <summary>Intent of the conversation; null = unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>What went wrong.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Turn that failed; null = the last bot turn of the conversation.</summary>
    public int? TurnIndex { get; init; }

    /// <summary>The verdict that says so; null when the facts do (an abandoned conversation).</summary>
    public Verdict? Verdict { get; init; }
}
