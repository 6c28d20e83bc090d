using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>Bot turns of a conversation, and how many of them fell back.</summary>
internal readonly record struct FallbackFacts(int BotTurns, int? FallbackTurns)
{
    /// <summary>
    /// Counts bot messages from the first user turn on. A turn fell back when a judge says so, or when the source flags
    /// the user turn before it (or the bot turn itself); a flag on an answer of several messages counts once. Unknown
    /// when nobody looked: no judge of fallbacks ran and the source neither flags nor denies one.
    /// </summary>
    public static FallbackFacts Of(Conversation conversation, IReadOnlyList<Verdict> verdicts, FactsOptions options)
    {
        var judged = JudgedTurns(verdicts);
        var isKnown = options.IsFallbackJudged || judged is not null;
        var isSinceUser = false;
        var botTurns = 0;
        var fallbacks = 0;
        var answer = default(Answer);
        foreach (var turn in conversation.Turns)
        {
            var flag = FlagOf(turn);
            isKnown |= flag is not null;
            if (turn.Role == TurnRole.User)
            {
                isSinceUser = true;
                fallbacks += answer.Fallbacks;
                answer = new Answer(0, 0, flag == true);
            }
            else if (isSinceUser && TurnView.IsBotMessage(turn))
            {
                botTurns++;
                answer = new Answer(
                    answer.Messages + 1,
                    answer.Judged + (judged?.Contains(turn.Index) == true ? 1 : 0),
                    answer.IsFlagged || flag == true);
            }
        }

        return new FallbackFacts(botTurns, isKnown ? fallbacks + answer.Fallbacks : null);
    }

    private static HashSet<int>? JudgedTurns(IReadOnlyList<Verdict> verdicts)
    {
        HashSet<int>? turns = null;
        foreach (var verdict in verdicts)
        {
            if (verdict.Criterion != Criteria.Fallback || verdict is not Verdict.Graded graded)
                continue;
            turns ??= [];
            if (!GoalFacts.IsPass(graded.Grade) && graded.TurnIndex is { } turn)
                turns.Add(turn);
        }

        return turns;
    }

    /// <summary>Null = the source says nothing of fallbacks at this turn.</summary>
    private static bool? FlagOf(Turn turn) =>
        turn.Role is not (TurnRole.User or TurnRole.Bot) ? null
        // A bot may answer well what its router did not match: its own word on the fallback outranks the signal.
        : turn.Belief?.IsFallback is { } flag ? flag
        : (turn.Signals & TurnSignals.NoMatch) != 0 ? true
        : null;

    /// <summary>The bot messages between two user turns.</summary>
    private readonly record struct Answer(int Messages, int Judged, bool IsFlagged)
    {
        public int Fallbacks => Judged > 0 ? Judged : IsFlagged && Messages > 0 ? 1 : 0;
    }
}
