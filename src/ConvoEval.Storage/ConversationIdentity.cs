using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Storage;

/// <summary>What it takes to know a conversation again.</summary>
/// <param name="Key">Identity.</param>
/// <param name="TurnCount">Turns it had.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="Revision">Revision it was stored as.</param>
public readonly record struct ConversationIdentity(ConversationKey Key, int TurnCount, ulong ContentHash, int Revision);
