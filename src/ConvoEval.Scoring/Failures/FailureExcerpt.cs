using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Scoring.Failures;

/// <summary>Puts the masked words around a failure.</summary>
public static class FailureExcerpt
{
    /// <summary>Turns before the failed one that are shown at most, when the user's words lie further back.</summary>
    private const int MostBefore = 3;

    /// <summary>
    /// The failure with its excerpt: from the user turn before it to the turn after it, without notices and tool
    /// answers. Null when the conversation has no such turn (it was re-opened or erased since).
    /// </summary>
    /// <param name="failure">Where the failure is.</param>
    /// <param name="conversation">The masked conversation.</param>
    /// <param name="labels">Labels of its user turns.</param>
    /// <param name="lastNight">Last night of the data: what is new; null = unknown.</param>
    public static Failure? Of(
        FailureReference failure, Conversation conversation, IReadOnlyList<LabelledTurn> labels, DateOnly? lastNight)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(labels);
        if (failure.Conversation != conversation.Key)
            throw new ArgumentException(
                $"Expected conversation {failure.Conversation}, found {conversation.Key}.", nameof(conversation));
        if (PlaceOf(failure, conversation.Turns) is not { } place)
            return null;
        var user = UserBefore(conversation.Turns, place);
        var bare = WithoutText(failure, lastNight);
        return bare with
        {
            TurnIndex = conversation.Turns[place].Index,
            Intent = user is { } asked ? IntentOf(conversation.Turns[asked].Index, labels) : null,
            Explanation = failure.Verdict is null && conversation.EndReason == EndReason.Timeout
                ? "Nobody wrote any more, with a goal not reached."
                : bare.Explanation,
            Excerpt = Excerpt(conversation.Turns, place, user, bare.Evidence),
        };
    }

    /// <summary>The failure as far as it is known without its conversation.</summary>
    internal static Failure WithoutText(FailureReference failure, DateOnly? lastNight) => new()
    {
        Conversation = failure.Conversation,
        BotVersion = failure.BotVersion,
        Night = failure.Night,
        Kind = failure.Kind,
        TurnIndex = failure.TurnIndex ?? 0,
        SubjectId = (failure.Verdict as Verdict.Graded)?.CriticalStatementId ?? failure.Verdict?.SubjectId,
        Explanation = failure.Verdict switch
        {
            { Explanation.Length: > 0 } verdict => verdict.Explanation,
            { } verdict => verdict.ReasonCode,
            null => "The user left with a goal not reached.",
        },
        Evidence = failure.Verdict is Verdict.Graded graded ? graded.Evidence : [],
        Excerpt = [],
        IsNew = failure.Night is not null && failure.Night == lastNight,
    };

    private static int? PlaceOf(FailureReference failure, IReadOnlyList<Turn> turns)
    {
        for (var i = turns.Count - 1; i >= 0; i--)
        {
            if (failure.TurnIndex is { } wanted ? turns[i].Index == wanted : TurnView.IsBotMessage(turns[i]))
                return i;
        }

        // A bot that never said a word failed at the last turn there is.
        return failure.TurnIndex is null && turns.Count > 0 ? turns.Count - 1 : null;
    }

    /// <summary>
    /// The last user turn before the place; for a user turn that asks again, the one it repeats is further up.
    /// </summary>
    private static int? UserBefore(IReadOnlyList<Turn> turns, int place)
    {
        for (var i = place - 1; i >= 0; i--)
        {
            if (TurnView.IsUserWithContent(turns[i]))
                return i;
        }

        return null;
    }

    private static string? IntentOf(int turnIndex, IReadOnlyList<LabelledTurn> labels)
    {
        string? intent = null;
        foreach (var labelled in labels)
        {
            if (labelled.TurnIndex == turnIndex)
                intent = labelled.Label.IsOutOfScope ? null : labelled.Label.Intent;
        }

        return intent;
    }

    private static List<ExcerptTurn> Excerpt(
        IReadOnlyList<Turn> turns, int place, int? user, IReadOnlyList<Evidence> evidence)
    {
        var excerpt = new List<ExcerptTurn>();
        if (user is { } asked && place - asked > MostBefore)
            excerpt.Add(Shown(turns[asked], isMarked: false, evidence));
        for (var i = Math.Max(user ?? place, place - MostBefore); i < place; i++)
        {
            if (IsSpoken(turns[i]))
                excerpt.Add(Shown(turns[i], isMarked: false, evidence));
        }

        excerpt.Add(Shown(turns[place], isMarked: true, evidence));
        for (var i = place + 1; i < turns.Count; i++)
        {
            if (!IsSpoken(turns[i]))
                continue;
            excerpt.Add(Shown(turns[i], isMarked: false, evidence));
            break;
        }

        return excerpt;
    }

    private static bool IsSpoken(Turn turn) =>
        turn.Role is TurnRole.User or TurnRole.Bot or TurnRole.HumanAgent && !string.IsNullOrWhiteSpace(turn.Text);

    private static ExcerptTurn Shown(Turn turn, bool isMarked, IReadOnlyList<Evidence> evidence) =>
        new(turn.Index, turn.Role, ShortText.Around(turn.Text, turn.Index, evidence), isMarked);
}
