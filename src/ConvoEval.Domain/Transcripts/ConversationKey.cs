using System;

namespace ConvoEval.Domain.Transcripts;

/// <summary>
/// The identity of a conversation: the source it came from and the id the source gave it. Start time and file position
/// are no part of it, so a conversation exported twice is the same conversation (docs/methods/identity.md).
/// </summary>
/// <param name="Source">Name of the transcript source, unique in a workspace. Not empty.</param>
/// <param name="SourceId">Id of the conversation inside the source. Not empty.</param>
public readonly record struct ConversationKey(string Source, string SourceId) : IComparable<ConversationKey>
{
    /// <summary>Ordinal order by source, then by id: the order of every list that a report prints.</summary>
    public int CompareTo(ConversationKey other)
    {
        var bySource = string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(SourceId, other.SourceId);
    }

    /// <summary>Source and id joined by a slash.</summary>
    public override string ToString() => $"{Source}/{SourceId}";
}
