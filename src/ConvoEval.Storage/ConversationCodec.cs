using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Storage;

/// <summary>
/// How a conversation becomes bytes and back. The store compresses the bytes and does not look into them.
/// </summary>
/// <param name="Write">Conversation to bytes; must be callable from several threads.</param>
/// <param name="Read">Bytes to conversation.</param>
public sealed record ConversationCodec(
    Func<Conversation, byte[]> Write,
    Func<ReadOnlyMemory<byte>, Conversation> Read);
