using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage;

/// <summary>A verdict out of the store.</summary>
/// <param name="Key">Conversation it is about.</param>
/// <param name="Revision">Revision of that conversation.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record StoredVerdict(ConversationKey Key, int Revision, Verdict Verdict);
