using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>Reads a domain whose dots may be spelled: <c>example dot co dot uk</c>, <c>example[dot]org</c>.</summary>
internal static class SpelledDomain
{
    /// <summary>Words for the dot in all languages.</summary>
    public static readonly string[] AnyDot = ["dot", "punto", "point", "punkt", "ponto"];

    private static readonly FrozenSet<string> TopLevels = new HashSet<string>(
        ("com net org edu gov mil int info biz io ai co app dev me tv eu uk ie us ca au nz in sg hk jp cn kr za ng " +
        "ke de at ch fr " +
        "be nl lu es pt it br mx ar cl pe se no dk fi is ee lv lt pl cz sk hu ro bg gr hr si rs tr ru ua il ae sa " +
        "email online shop site store cloud tech xyz bank example test").Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevelLookup =
        TopLevels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the domain that begins at a position; it ends with a known top level.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">First character of the domain.</param>
    /// <param name="dots">Words that stand for the dot.</param>
    /// <param name="end">One past its end.</param>
    /// <param name="hasSpelledDot">Whether a word stood for a dot.</param>
    public static bool TryRead(
        ReadOnlySpan<char> text, int start, string[] dots, out int end, out bool hasSpelledDot)
    {
        end = -1;
        hasSpelledDot = false;
        var i = start;
        for (var labels = 0; labels < 6; labels++)
        {
            var labelStart = i;
            while (i < text.Length && i - labelStart < 64 &&
                   (Characters.IsLatinOrDigit(text[i]) || (text[i] == '-' && i > labelStart)))
            {
                i++;
            }

            if (i == labelStart || (i < text.Length && Characters.IsWord(text[i])))
            {
                break;
            }

            if (labels > 0)
            {
                // The last label decides: "john at mail dot example dot com".
                end = TopLevelLookup.Contains(text[labelStart..i]) ? i : end;
            }

            var afterDot = DotEnd(text, i, dots, out var isSpelled);
            if (afterDot < 0)
            {
                break;
            }

            hasSpelledDot |= isSpelled;
            i = afterDot;
        }

        return end > 0;
    }

    /// <summary>Whether a word stands for the dot in any language.</summary>
    public static bool IsDot(ReadOnlySpan<char> word)
    {
        foreach (var dot in AnyDot)
        {
            if (word.Equals(dot, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Steps over three blanks at most.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int i)
    {
        for (var n = 0; n < 3 && i < text.Length && text[i] == ' '; n++)
        {
            i++;
        }

        return i;
    }

    // "." or a spelled dot between blanks or brackets; -1 when neither follows.
    private static int DotEnd(ReadOnlySpan<char> text, int start, string[] dots, out bool isSpelled)
    {
        isSpelled = false;
        if (start < text.Length && text[start] == '.')
        {
            return start + 1;
        }

        isSpelled = true;
        var i = SkipBlanks(text, start);
        var isBracketed = i < text.Length && text[i] is '(' or '[' or '{' or '<';
        if (isBracketed)
        {
            i = SkipBlanks(text, i + 1);
        }
        else if (i == start)
        {
            return -1;
        }

        foreach (var word in dots)
        {
            if (!text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var end = SkipBlanks(text, i + word.Length);
            if (isBracketed)
            {
                return end < text.Length && text[end] is ')' or ']' or '}' or '>' ? SkipBlanks(text, end + 1) : -1;
            }

            return end > i + word.Length ? end : -1;
        }

        return -1;
    }
}
