using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Storage.Columns;

/// <summary>
/// A conversation key as bytes that a database sorts (byte by byte) exactly as <see cref="ConversationKey.CompareTo"/>
/// does, and that are equal only for equal keys. UTF-8 text would not do: it sorts emoji behind U+E000 to U+FFFF,
/// UTF-16 in front of them. So each UTF-16 unit is written on its own with the bit pattern of UTF-8 (one to three
/// bytes, as in CESU-8, Unicode Technical Report 26), NUL as 00 FF, and 00 00 parts source and id.
/// </summary>
internal static class KeyOrder
{
    /// <summary>Key to bytes. O(length).</summary>
    /// <exception cref="ArgumentException">A part of the key is missing.</exception>
    public static byte[] Write(ConversationKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Source, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.SourceId, nameof(key));
        var bytes = new byte[Length(key.Source) + 2 + Length(key.SourceId)];
        var end = Write(key.Source, bytes, 0);
        // The two zero bytes between source and id are there already.
        Write(key.SourceId, bytes, end + 2);
        return bytes;
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var unit in text)
        {
            length += unit switch
            {
                '\0' => 2,
                < '\u0080' => 1,
                < '\u0800' => 2,
                _ => 3,
            };
        }

        return length;
    }

    private static int Write(string text, byte[] bytes, int at)
    {
        foreach (var unit in text)
        {
            switch (unit)
            {
                case '\0':
                    bytes[at++] = 0x00;
                    bytes[at++] = 0xFF;
                    break;
                case < '\u0080':
                    bytes[at++] = (byte)unit;
                    break;
                case < '\u0800':
                    bytes[at++] = (byte)(0xC0 | (unit >> 6));
                    bytes[at++] = (byte)(0x80 | (unit & 0x3F));
                    break;
                default:
                    bytes[at++] = (byte)(0xE0 | (unit >> 12));
                    bytes[at++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                    bytes[at++] = (byte)(0x80 | (unit & 0x3F));
                    break;
            }
        }

        return at;
    }
}
