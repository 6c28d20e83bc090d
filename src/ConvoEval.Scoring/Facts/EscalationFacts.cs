using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Facts;

/// <summary>Whether a human was asked for or took over, and from which turn on.</summary>
internal static class EscalationFacts
{
    private const TurnSignals AskedOrMade = TurnSignals.EscalationAsked | TurnSignals.Escalated;

    /// <summary>
    /// True = asked or made, and a failed hand-over is no less of one; null = the source would not tell (see
    /// <see cref="FactsOptions.SourceRecordsHandover"/>).
    /// </summary>
    public static bool? IsEscalated(Conversation conversation, FactsOptions options)
    {
        if (conversation.EndReason == EndReason.Handover)
            return true;
        foreach (var happened in conversation.Events)
        {
            if (happened.Type.StartsWith("handover_", StringComparison.Ordinal))
                return true;
        }

        var isAnythingRecorded = conversation.Events.Count > 0 || conversation.EndReason != EndReason.Unknown;
        foreach (var turn in conversation.Turns)
        {
            if (turn.Role == TurnRole.HumanAgent || (turn.Signals & AskedOrMade) != 0)
                return true;
            if (turn.Role == TurnRole.User && options.IsEscalationRequest is { } isRequest && isRequest(turn.Text))
                return true;
            isAnythingRecorded |= turn.Signals != TurnSignals.None;
        }

        return (options.SourceRecordsHandover ?? isAnythingRecorded) ? false : null;
    }

    /// <summary>
    /// Index of the first turn that a human answered for; null when none did or its place is unknown.
    /// </summary>
    public static int? TakenOverAt(Conversation conversation)
    {
        int? first = null;
        foreach (var happened in conversation.Events)
        {
            if (happened.Type == "handover_accepted" && happened.TurnIndex is { } at && (first is null || at < first))
                first = at;
        }

        foreach (var turn in conversation.Turns)
        {
            if (turn.Role != TurnRole.HumanAgent)
                continue;
            return first is { } accepted ? Math.Min(accepted, turn.Index) : turn.Index;
        }

        return first;
    }
}
