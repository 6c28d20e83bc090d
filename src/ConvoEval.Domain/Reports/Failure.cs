using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Domain.Reports;

/// <summary>A place where the bot failed, with the masked words around it.</summary>
public sealed record Failure
{
    /// <summary>Conversation.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Bot version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Night of the conversation.</summary>
    public DateOnly? Night { get; init; }

    /// <summary>What went wrong.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Turn that failed.</summary>
    public required int TurnIndex { get; init; }

    /// <summary>Intent of the user turn before it; null when unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>Golden item, goal or statement it is about.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Quotes the verdict rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Masked turns around the failure, in order.</summary>
    public required IReadOnlyList<ExcerptTurn> Excerpt { get; init; }

    /// <summary>Whether it happened in the last night of the data.</summary>
    public bool IsNew { get; init; }
}
