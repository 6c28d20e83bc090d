using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>Wordings of bots that did not understand or will not help. High precision; a bot with wordings of its own falls back unseen.</summary>
internal static class FallbackPhrases
{
    private static readonly string[] Phrases =
    [
        "i don't understand", "i did not understand", "i didn't get that", "could you rephrase", "i'm not sure i understand", "sorry, i can't help with that",
        "i am not able to help", "i don't have information", "i do not have access to", "as an ai",
    ];

    private static readonly string[] Forms = [.. Phrases.Select(phrase => string.Join(' ', Words.Tokens(phrase)))];

    /// <summary>Phrases of the basic list that occur in the text as words, in the order of the list.</summary>
    public static IReadOnlyList<string> Hits(string text)
    {
        var form = string.Join(' ', Words.Tokens(text));
        return [.. Phrases.Where((_, i) => form.Contains(Forms[i], StringComparison.Ordinal))];
    }
}
