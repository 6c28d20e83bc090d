using System;

namespace ConvoEval.Inference.Text;

/// <summary>Which n-grams are read. Part of a model: the same model must always read the same way.</summary>
internal sealed record NgramOptions
{
    /// <summary>UTF-16 units read of a text; the rest is ignored. Default 2,048, about 400 words.</summary>
    public int MaxCharacters { get; init; } = 2048;

    /// <summary>Whether pairs of neighbouring words are features.</summary>
    public bool WordPairs { get; init; } = true;

    /// <summary>Shortest stretch of characters; at least 1.</summary>
    public int MinCharacterNgram { get; init; } = 2;

    /// <summary>Longest stretch of characters.</summary>
    public int MaxCharacterNgram { get; init; } = 5;

    /// <summary>Throws when a value cannot work, such as one out of a damaged file.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCharacters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxCharacters, 1 << 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinCharacterNgram, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCharacterNgram, MinCharacterNgram);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxCharacterNgram, 16);
    }
}
