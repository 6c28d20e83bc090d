using System.Collections.Generic;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Pipeline.Batches;

/// <summary>A batch of input as read, with identities decided and nothing masked yet.</summary>
internal sealed record RawBatch(
    int Number,
    IReadOnlyList<RawConversation> Conversations,
    IReadOnlyList<RejectedInput> Rejected,
    IReadOnlyDictionary<string, long> Counters);

/// <summary>A conversation as read.</summary>
internal sealed record RawConversation(Conversation Conversation, string File, long Line, long ContentHash);
