using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Facts;

/// <summary>What counts as a turn of the user and of the bot.</summary>
internal static class TurnView
{
    /// <summary>A user turn that says something.</summary>
    public static bool IsUserWithContent(Turn turn) =>
        turn.Role == TurnRole.User
        && (turn.Signals & TurnSignals.NoInput) == 0
        && !string.IsNullOrWhiteSpace(turn.Text);

    /// <summary>
    /// A bot turn that reached the user: one with text, or one without text that carries no tool calls either (a card
    /// or picture).
    /// </summary>
    public static bool IsBotMessage(Turn turn) =>
        turn.Role == TurnRole.Bot && (turn.ToolCalls.Count == 0 || !string.IsNullOrWhiteSpace(turn.Text));

    /// <summary>
    /// Position of the first user turn; null when the user never spoke. Bot turns before it are an automatic greeting.
    /// </summary>
    public static int? FirstUser(IReadOnlyList<Turn> turns)
    {
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Role == TurnRole.User)
                return i;
        }

        return null;
    }
}
