using System;
using System.Collections.Generic;

namespace ConvoEval.Scoring.Failures;

/// <summary>
/// Newest night first, undated last, then by conversation, turn and subject: the same whatever order they were found
/// in.
/// </summary>
internal sealed class FailureOrder : IComparer<FailureReference>
{
    public static FailureOrder Instance { get; } = new();

    public int Compare(FailureReference? x, FailureReference? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byNight = (y.Night ?? DateOnly.MinValue).CompareTo(x.Night ?? DateOnly.MinValue);
        if (byNight != 0)
            return byNight;
        var byConversation = x.Conversation.CompareTo(y.Conversation);
        if (byConversation != 0)
            return byConversation;
        var byTurn = (x.TurnIndex ?? int.MaxValue).CompareTo(y.TurnIndex ?? int.MaxValue);
        return byTurn != 0 ? byTurn : string.CompareOrdinal(x.Verdict?.SubjectId, y.Verdict?.SubjectId);
    }
}
