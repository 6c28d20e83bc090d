using System;
using System.Security.Cryptography;
using System.Text;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>Hashes of a golden set: SHA-256 in lower-case hex.</summary>
internal static class GoldenHash
{
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Hash of the set: over the hashes of its two files, with a line feed between.</summary>
    public static string OfSet(string itemsHash, string verdictsHash) =>
        OfBytes(Encoding.UTF8.GetBytes($"{itemsHash}\n{verdictsHash}"));
}
