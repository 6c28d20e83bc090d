using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Facts;

/// <summary>Which conversations count. Unknown times do not exclude.</summary>
internal static class Eligibility
{
    private static readonly (string Tag, string Reason)[] ExcludingTags =
    [
        ("test", "test"),
        ("internal", "internal"),
        ("spam", "spam"),
        ("attack", "attack_only"),
        ("attack_only", "attack_only"),
    ];

    /// <summary>
    /// Why the conversation does not count; null = it counts. A tag whose value denies it (false, no, 0) does not
    /// exclude.
    /// </summary>
    public static string? ExcludedBecause(Conversation conversation)
    {
        foreach (var (tag, reason) in ExcludingTags)
        {
            foreach (var (name, value) in conversation.Tags)
            {
                if (name.Trim().Equals(tag, StringComparison.OrdinalIgnoreCase) && !IsDenial(value))
                    return reason;
            }
        }

        foreach (var turn in conversation.Turns)
        {
            if (TurnView.IsUserWithContent(turn))
                return null;
        }

        // A scripted task counts even when the bot broke down before anybody wrote: leaving it out would flatter the bot.
        return conversation.Expectation is null ? "no_user_turn" : null;
    }

    private static bool IsDenial(string? value)
    {
        var text = value?.Trim();
        return string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)
            || string.Equals(text, "no", StringComparison.OrdinalIgnoreCase)
            || text == "0";
    }
}
