using System;

namespace ConvoEval.Judging.Text;

/// <summary>Light stemming of English words, enough to bring statements, statement and stating together in most cases.</summary>
internal static class Stems
{
    private const int ShortestStem = 3;

    private static readonly string[] Endings = ["ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e", "y"];

    /// <summary>The stem of a lower-case word; words of digits stay.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= ShortestStem || char.IsAsciiDigit(word[0]))
            return word;
        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending) || word.Length - ending.Length < ShortestStem || (ending == "s" && word[^2] == 's'))
                continue;
            word = word[..^ending.Length];
            break;
        }

        // stopp(ed) and stop, but not call(ed) and cal.
        return word.Length > ShortestStem && word[^1] == word[^2] && word[^1] is not ('l' or 's') ? word[..^1]
            : word.Length > ShortestStem && word[^1] is 'e' or 'i' ? word[..^1] : word;
    }
}
