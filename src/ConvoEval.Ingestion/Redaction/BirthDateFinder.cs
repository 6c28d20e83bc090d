using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Dates of birth: a full calendar date of a plausible year with a word for birth before it, or right after it. Other
/// dates are blocked, so that no later finder takes them for a telephone number.
/// </summary>
internal static class BirthDateFinder
{
    private const int WindowBefore = 40;
    private const int WindowAfter = 24;

    public static void Find(PiiScan scan)
    {
        var lastBirth = -1;
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var digit = i + next;
            var start = StartOf(text, digit);
            if (!IsAtStart(text, start) || !CalendarDate.TryRead(text, start, out var end, out var isSure) ||
                (end < text.Length && Characters.IsWord(text[end]) && !IsTimeMark(text, end)))
            {
                i = digit;
                while (i < text.Length && Characters.IsDigit(text[i]))
                {
                    i++;
                }

                continue;
            }

            if (IsBirth(scan, start, end, lastBirth))
            {
                scan.Claim(start, end, PiiEntity.DateOfBirth);
                lastBirth = end;
            }
            else if (isSure)
            {
                scan.Block(start, end);
            }

            i = end;
        }
    }

    private static bool IsBirth(PiiScan scan, int start, int end, int lastBirth)
    {
        var context = scan.Context;
        const ContextKind Days = ContextKind.Birth | ContextKind.OtherDay;

        // "born 1 May 2010, 3 June 2012 and 4 July 2015": a list goes on while only commas or a short word part it.
        if (lastBirth >= 0 && start - lastBirth <= 5 && context[lastBirth..start].IndexOf('\n') < 0)
        {
            return true;
        }

        var before = ContextWords.NearestBefore(context, start, WindowBefore, Days);
        if (before == ContextKind.None && ContextWords.HasPhraseBefore(context, start, 16, "d.o.b"))
        {
            before = ContextKind.Birth;
        }

        if (before == ContextKind.Birth)
        {
            return lastBirth < 0 || start - lastBirth > WindowBefore || HasBirthBetween(context, lastBirth, start);
        }

        return before == ContextKind.None &&
            ContextWords.NearestAfter(context, end, WindowAfter, Days | ContextKind.Label) == ContextKind.Birth;
    }

    private static bool HasBirthBetween(ReadOnlySpan<char> context, int from, int to) =>
        ContextWords.NearestBefore(context, to, to - from, ContextKind.Birth) == ContextKind.Birth;

    // A month name may stand before the first digit: "May 12, 1978".
    private static int StartOf(ReadOnlySpan<char> text, int digit)
    {
        var i = digit;
        if (i > 3 && text[(i - 4)..i].Equals("the ", StringComparison.OrdinalIgnoreCase))
        {
            i -= 4;
        }

        while (i > 0 && digit - i < 8 && text[i - 1] is ' ' or '.' or '-')
        {
            i--;
        }

        var wordEnd = i;
        while (i > 0 && wordEnd - i <= 12 && Characters.IsLetter(text[i - 1]))
        {
            i--;
        }

        return i < wordEnd && wordEnd < digit && CalendarDate.TryRead(text, i, out _, out _) ? i : digit;
    }

    private static bool IsTimeMark(ReadOnlySpan<char> text, int i) =>
        text[i] is 'T' or 't' && i + 1 < text.Length && Characters.IsDigit(text[i + 1]);

    private static bool IsAtStart(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(Characters.IsWord(text[start - 1]) ||
            (text[start - 1] is '-' or '.' or '/' && start > 1 && Characters.IsWord(text[start - 2])));
}
