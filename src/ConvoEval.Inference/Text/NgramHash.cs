using System;

namespace ConvoEval.Inference.Text;

/// <summary>
/// 64-bit hash of an n-gram, built one UTF-16 unit at a time. It keys the vocabulary: with 100,000 entries the chance
/// of any
/// collision is about 3 in 10 billion, and building a vocabulary checks for them.
/// </summary>
internal static class NgramHash
{
    /// <summary>Where the hash of a word n-gram starts.</summary>
    public const ulong WordSeed = 0x9AE16A3B2F90404FUL;

    /// <summary>Where the hash of a character n-gram starts.</summary>
    public const ulong CharacterSeed = 0xC3A5C85C97CB3127UL;

    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    /// <summary>The state after one more unit.</summary>
    public static ulong Append(ulong state, char unit)
    {
        var mixed = (state ^ unit) * Prime;
        return mixed ^ (mixed >> 29);
    }

    /// <summary>The hash for a state; never 0, which marks a free slot of the vocabulary table.</summary>
    public static ulong Finish(ulong state)
    {
        var hash = (state ^ (state >> 32)) * Prime;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Hash of a whole n-gram.</summary>
    public static ulong Of(NgramKind kind, ReadOnlySpan<char> ngram)
    {
        var state = kind == NgramKind.Character ? CharacterSeed : WordSeed;
        foreach (var unit in ngram)
        {
            state = Append(state, unit);
        }

        return Finish(state);
    }
}
