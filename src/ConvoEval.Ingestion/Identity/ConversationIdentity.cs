using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Identity;

/// <summary>
/// What makes two conversations the same: the key (source and id) names them, the turns are their content. The rule stands
/// in docs/methods/identity.md; the hashes are stored, so a change of either method needs a migration.
/// </summary>
public static class ConversationIdentity
{
    private const int TurnHead = 14;

    /// <summary>128 bits of SHA-256 over source and id, each with its length before it.</summary>
    public static UInt128 KeyHash(ConversationKey key)
    {
        var size = 8 + Encoding.UTF8.GetByteCount(key.Source) + Encoding.UTF8.GetByteCount(key.SourceId);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var end = Append(buffer, 0, key.Source);
        end = Append(buffer, end, key.SourceId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, end), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>
    /// 64 bits of SHA-256 over role, time and text of the first turns. What hangs on a turn (labels of the bot, tool calls,
    /// costs) is not content: it may be filled in later without making another conversation.
    /// </summary>
    /// <param name="turns">Turns in order.</param>
    /// <param name="count">How many of them, so that a longer conversation can be compared with a shorter one.</param>
    public static long ContentHash(IReadOnlyList<Turn> turns, int count)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, turns.Count);
        var size = 0;
        for (var i = 0; i < count; i++)
            size = checked(size + TurnHead + Encoding.UTF8.GetByteCount(turns[i].Text));

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var end = 0;
        for (var i = 0; i < count; i++)
        {
            buffer[end++] = (byte)turns[i].Role;
            buffer[end++] = turns[i].At is null ? (byte)0 : (byte)1;
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(end), turns[i].At?.UtcTicks ?? 0);
            end = Append(buffer, end + sizeof(long), turns[i].Text);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, end), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    private static int Append(byte[] buffer, int end, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(end + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(end), length);
        return end + sizeof(int) + length;
    }
}
