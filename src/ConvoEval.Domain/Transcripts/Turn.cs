using System;
using System.Collections.Generic;

namespace ConvoEval.Domain.Transcripts;

/// <summary>One message of a conversation. What is null is unknown.</summary>
public sealed record Turn
{
    /// <summary>Position in the conversation, from 0, without gaps.</summary>
    public required int Index { get; init; }

    /// <summary>Who spoke.</summary>
    public required TurnRole Role { get; init; }

    /// <summary>What was said; empty when the turn only carries tool calls.</summary>
    public required string Text { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Time from the message before to this one, as the source measured it.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>What the bot itself believed about this user turn.</summary>
    public BotBelief? Belief { get; init; }

    /// <summary>What the platform noticed about this turn.</summary>
    public TurnSignals Signals { get; init; }

    /// <summary>Tools the bot called in this turn, with their results where known.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>Passages that were retrieved for this turn.</summary>
    public IReadOnlyList<RetrievedPassage> Passages { get; init; } = [];

    /// <summary>Tokens read and written for this turn.</summary>
    public TokenUsage? Tokens { get; init; }

    /// <summary>Cost of this turn.</summary>
    public decimal? CostUsd { get; init; }
}
