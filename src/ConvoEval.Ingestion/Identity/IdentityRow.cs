using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Identity;

/// <summary>What a store keeps of one revision of a conversation so that an <see cref="IdentityIndex"/> can be rebuilt.</summary>
/// <param name="Key">Identity of the conversation.</param>
/// <param name="TurnCount">Turns of the revision.</param>
/// <param name="ContentHash">As <see cref="ConversationIdentity.ContentHash"/> gave it, before anything was masked.</param>
/// <param name="Revision">From 1.</param>
public readonly record struct IdentityRow(ConversationKey Key, int TurnCount, long ContentHash, int Revision);
