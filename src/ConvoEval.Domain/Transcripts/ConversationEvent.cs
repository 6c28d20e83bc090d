using System;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Something that happened in the business around a conversation.</summary>
public sealed record ConversationEvent
{
    /// <summary>
    /// Kind of event in snake case: goal_reached, conversion, lead, handover_asked, handover_accepted, handover_failed,
    /// consent, blocked_input, or a kind of the source's own.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>What it is about: the goal id, the product, …</summary>
    public string? Name { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Turn at which it happened.</summary>
    public int? TurnIndex { get; init; }

    /// <summary>Amount, in <see cref="Currency"/>; also the reward of a scripted task, without currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }
}
