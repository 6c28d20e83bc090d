using System;
using System.Collections.Generic;
using System.Text;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Judging.Contracts;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// Cuts a conversation into responses to judge. The context of a response is what the bot could know: user turns, retrieved passages and tool results up to
/// and with its own turn, one per line, in the order of the log.
/// </summary>
internal static class TurnContext
{
    /// <summary>Context that is kept, its newest part.</summary>
    private const int MaximumContext = 40_000;

    /// <summary>The responses with text that follow a user turn, until a person takes over.</summary>
    public static IEnumerable<ResponseToJudge> Of(Conversation conversation)
    {
        var context = new StringBuilder();
        Turn? user = null;
        DateOnly? day = conversation.StartedAt is { } started ? DateOnly.FromDateTime(started.UtcDateTime) : null;
        foreach (var turn in conversation.Turns)
        {
            if (turn.Role == TurnRole.HumanAgent)
                yield break;
            if (turn.Role == TurnRole.User)
            {
                user = turn;
                Add(context, turn.Text);
                continue;
            }

            foreach (var passage in turn.Passages)
                Add(context, passage.Text);
            foreach (var call in turn.ToolCalls)
                Add(context, call.Result);
            if (turn.Role == TurnRole.Tool)
                Add(context, turn.Text);
            if (turn.Role != TurnRole.Bot || user is null || turn.Text.Length == 0)
                continue;
            yield return new ResponseToJudge
            {
                Id = conversation.Key.SourceId,
                Question = user.Text,
                Response = turn.Text,
                Context = context.ToString(),
                TurnIndex = turn.Index,
                Day = turn.At is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : day,
            };
        }
    }

    /// <summary>What stands in the context before the question: its last lines, newest last; empty when the question opens the conversation.</summary>
    public static string Before(string context, string question)
    {
        const int Kept = 400;
        var end = context.LastIndexOf(question, StringComparison.Ordinal);
        return end <= 0 ? "" : context[Math.Max(0, end - Kept)..end];
    }

    private static void Add(StringBuilder context, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (context.Length > 0)
            context.Append('\n');
        context.Append(text.Length > MaximumContext ? text.AsSpan(text.Length - MaximumContext) : text);
        if (context.Length > MaximumContext)
            context.Remove(0, context.Length - MaximumContext);
    }
}
