using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Failures;

/// <summary>Cuts long texts so that no character a reader sees is torn apart.</summary>
internal static class ShortText
{
    private const int Longest = 400;

    /// <summary>UTF-16 units kept before a quote that lies beyond the cut.</summary>
    private const int Before = 100;

    private const string Ellipsis = "…";

    /// <summary>
    /// At most 400 UTF-16 units, from the beginning, or around the first quote of this turn, so that what the verdict
    /// rests on is seen.
    /// </summary>
    public static string Around(string text, int turnIndex, IReadOnlyList<Evidence> evidence)
    {
        foreach (var quote in evidence)
        {
            if (quote.TurnIndex == turnIndex && quote.End > Longest && quote.Start < text.Length)
                return Cut(text, Math.Max(0, quote.Start - Before));
        }

        return Cut(text, 0);
    }

    private static string Cut(string text, int from)
    {
        if (text.Length <= Longest)
            return text;
        var start = 0;
        var position = 0;
        while (position < text.Length)
        {
            var next = position + StringInfo.GetNextTextElementLength(text.AsSpan(position));
            if (position <= from)
                start = position;
            if (next - start > Longest)
                break;
            position = next;
        }

        // A single character of more than 400 units is a joke or an attack, and is left out.
        return (start > 0 ? Ellipsis : "") + text[start..position] + (position < text.Length ? Ellipsis : "");
    }
}
