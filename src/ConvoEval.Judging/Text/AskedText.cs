using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>A user text read once, to be compared with several others.</summary>
internal sealed class AskedText
{
    public AskedText(string text)
    {
        var tokens = Words.Tokens(text);
        TokenCount = tokens.Count;
        ContentWords = tokens.Where(token => !Words.IsStopWord(token)).ToHashSet(StringComparer.Ordinal);
        Trigrams = TrigramsOf(tokens);
        foreach (var count in Trigrams.Values)
            SquaredLength += (double)count * count;
    }

    /// <summary>Words, repeated ones as often as they occur.</summary>
    public int TokenCount { get; }

    /// <summary>Its words without stop words.</summary>
    public HashSet<string> ContentWords { get; }

    /// <summary>How often each run of three letters occurs in the words, which are joined and framed by blanks; sixteen bits a letter.</summary>
    public Dictionary<ulong, int> Trigrams { get; }

    /// <summary>Sum of the squared counts of <see cref="Trigrams"/>.</summary>
    public double SquaredLength { get; }

    private static Dictionary<ulong, int> TrigramsOf(List<string> tokens)
    {
        const int Bits = 16;
        const ulong Mask = (1UL << (3 * Bits)) - 1;
        var text = " " + string.Join(' ', tokens) + " ";
        var counts = new Dictionary<ulong, int>(text.Length);
        var trigram = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            trigram = ((trigram << Bits) | text[i]) & Mask;
            if (i >= 2)
                counts[trigram] = counts.GetValueOrDefault(trigram) + 1;
        }

        return counts;
    }
}
