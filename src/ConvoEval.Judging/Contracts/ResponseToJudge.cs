using System;
using System.Collections.Generic;
using ConvoEval.Domain.Golden;

namespace ConvoEval.Judging.Contracts;

/// <summary>One response of a bot, with all that a judge may look at.</summary>
public sealed record ResponseToJudge
{
    /// <summary>Id for messages.</summary>
    public required string Id { get; init; }

    /// <summary>What the user asked.</summary>
    public required string Question { get; init; }

    /// <summary>What the bot answered.</summary>
    public required string Response { get; init; }

    /// <summary>What the bot could know besides the golden answers: user turns, tool results, retrieved passages. May be empty.</summary>
    public string Context { get; init; } = "";

    /// <summary>Turn of the response, for the evidence.</summary>
    public int TurnIndex { get; init; }

    /// <summary>Day of the conversation, so that only answers valid then count; null = any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>
    /// Golden items that the response is held against. Null = the judge finds the matching ones among those it knows; empty = none applies.
    /// </summary>
    public IReadOnlyList<GoldenItem>? Items { get; init; }
}
