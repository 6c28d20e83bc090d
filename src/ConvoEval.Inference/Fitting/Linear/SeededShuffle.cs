using System;

namespace ConvoEval.Inference.Fitting.Linear;

/// <summary>
/// Random numbers of our own (SplitMix64, Steele, Lea and Flood 2014), so that a seed means the same on every version
/// of the
/// platform.
/// </summary>
internal struct SeededShuffle(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>
    /// A number from 0 up to, not including, <paramref name="end"/>; the bias is below 2^-31 for any int.
    /// </summary>
    public int NextBelow(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>A number from 0 up to, not including, 1, with 24 random bits.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Puts items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = NextBelow(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
