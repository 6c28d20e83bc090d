using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Failures;

/// <summary>What a pass over all conversations found, still without texts.</summary>
public sealed record FailureSummary
{
    /// <summary>Groups, worst first: by count times harm, then kind, version, intent.</summary>
    public required IReadOnlyList<FailureGroupTally> Groups { get; init; }

    /// <summary>All critical forbidden statements, newest first.</summary>
    public required IReadOnlyList<FailureReference> CriticalStatements { get; init; }

    /// <summary>Last night of the data; null when no conversation has a time.</summary>
    public DateOnly? LastNight { get; init; }

    /// <summary>Conversations whose text is needed for the excerpts, in order of key, each once.</summary>
    public IReadOnlyList<ConversationKey> NeededConversations() =>
        Groups.SelectMany(group => group.Examples)
            .Concat(CriticalStatements)
            .Select(failure => failure.Conversation)
            .Distinct()
            .Order()
            .ToList();
}
