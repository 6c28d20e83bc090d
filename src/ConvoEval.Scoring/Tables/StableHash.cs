using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConvoEval.Scoring.Tables;

/// <summary>
/// Half a SHA-256 of texts: the same in every process, so that it can stand for an order, and so wide that two
/// conversations share one less than once in 10²⁰ runs of a million.
/// </summary>
internal static class StableHash
{
    private const int StackLimit = 512;

    public static UInt128 Of(string first, string second)
    {
        var size = sizeof(int)
            + Encoding.UTF8.GetMaxByteCount(first.Length)
            + Encoding.UTF8.GetMaxByteCount(second.Length);
        var buffer = size <= StackLimit ? stackalloc byte[StackLimit] : new byte[size];
        // The length of the first text keeps ("ab", "c") and ("a", "bc") apart.
        BinaryPrimitives.WriteInt32LittleEndian(buffer, first.Length);
        var used = sizeof(int);
        used += Encoding.UTF8.GetBytes(first, buffer[used..]);
        used += Encoding.UTF8.GetBytes(second, buffer[used..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer[..used], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
