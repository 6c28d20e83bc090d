using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Facts;

/// <summary>
/// How long things took and what they cost. Clocks that run backwards make a time unknown, never negative.
/// </summary>
internal static class TimingFacts
{
    /// <summary>
    /// Seconds from the first user turn to the first message of the bot after it: the sum of the measured latencies on
    /// the way where every turn has one, else the difference of the times. Null when the bot never answered or neither
    /// is there.
    /// </summary>
    public static double? FirstResponseSeconds(Conversation conversation)
    {
        var turns = conversation.Turns;
        if (TurnView.FirstUser(turns) is not { } first)
            return null;
        TimeSpan? measured = TimeSpan.Zero;
        for (var i = first + 1; i < turns.Count; i++)
        {
            measured += turns[i].Latency;
            if (!TurnView.IsBotMessage(turns[i]))
                continue;
            return NotNegative(measured) ?? NotNegative(turns[i].At - turns[first].At);
        }

        return null;
    }

    /// <summary>
    /// Seconds from the first to the last message; null when a time is missing or the last is before the first.
    /// </summary>
    public static double? HandlingSeconds(Conversation conversation)
    {
        var turns = conversation.Turns;
        if (turns.Count == 0)
            return null;
        var from = conversation.StartedAt ?? turns[0].At;
        var to = conversation.EndedAt ?? turns[^1].At;
        return NotNegative(to - from);
    }

    /// <summary>UTC day on which the conversation started; null when no time is known.</summary>
    public static DateOnly? Night(Conversation conversation)
    {
        var start = conversation.StartedAt ?? (conversation.Turns.Count > 0 ? conversation.Turns[0].At : null);
        return start is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
    }

    /// <summary>
    /// US dollars: of the conversation, else of its turns together; null when neither carries a cost, or one is
    /// negative.
    /// </summary>
    public static double? CostUsd(Conversation conversation)
    {
        var cost = conversation.CostUsd;
        if (cost is null)
        {
            foreach (var turn in conversation.Turns)
            {
                if (turn.CostUsd is not { } part)
                    continue;
                if (part < 0)
                    return null;
                cost = (cost ?? 0) + part;
            }
        }

        return cost is >= 0 ? (double)cost.Value : null;
    }

    private static double? NotNegative(TimeSpan? span) =>
        span is { } known && known >= TimeSpan.Zero ? known.TotalSeconds : null;
}
