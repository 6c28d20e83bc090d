using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Input;

/// <summary>A turn whose tool results may still come.</summary>
internal sealed class TurnDraft
{
    public required TurnRole Role { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset? At { get; init; }

    public TimeSpan? Latency { get; init; }

    public TokenUsage? Tokens { get; init; }

    public decimal? CostUsd { get; init; }

    /// <summary>Calls in order; results are put in later.</summary>
    public List<ToolCall> Calls { get; } = [];

    public Turn ToTurn(int index) => new()
    {
        Index = index,
        Role = Role,
        Text = Text,
        At = At,
        Latency = Latency,
        ToolCalls = Calls,
        Tokens = Tokens,
        CostUsd = CostUsd,
    };
}
