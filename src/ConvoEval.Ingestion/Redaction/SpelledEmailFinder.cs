using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// E-mail addresses spelled against spam readers or for a listener: <c>name at domain dot com</c>, <c>name (at) domain.com</c>,
/// <c>nombre arroba dominio punto com</c>. A bare "at" needs a spelled dot, or a well-known mail host.
/// </summary>
internal static class SpelledEmailFinder
{
    private static readonly string[] AtWords = ["at", "arroba", "arobase", "chiocciola", "ät"];

    private static readonly string[] DotWords = ["dot", "punto", "point", "punkt", "ponto"];

    private static readonly FrozenSet<string> NoLocalPart = new HashSet<string>
    {
        "me", "us", "it", "them", "him", "her", "you", "one", "now", "here", "there", "this", "that", "look", "available",
        "visit", "order", "ordered", "buy", "bought", "book", "booked", "shop", "shopping", "store", "site", "website",
        "online", "page", "work", "works", "working", "employed", "hosted", "found", "find", "see", "read", "account",
        "arrived", "sold", "are", "is", "was", "be", "not", "only", "everything", "anything", "all", "up", "in", "and",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoLocalLookup =
        NoLocalPart.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] MailHosts =
    [
        "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "gmx", "aol", "protonmail", "proton", "live", "msn",
        "web", "t-online", "zoho", "fastmail", "mail",
    ];

    public static void Find(PiiScan scan)
    {
        foreach (var word in AtWords)
        {
            var i = 0;
            while (i < scan.Length)
            {
                var next = scan.Work[i..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (next < 0)
                {
                    break;
                }

                var at = i + next;
                i = at + word.Length;
                if (TryMatch(scan, at, at + word.Length, out var start, out var end))
                {
                    scan.Claim(start, end, PiiEntity.Email);
                    i = end;
                }
            }
        }
    }

    private static bool TryMatch(PiiScan scan, int atStart, int atEnd, out int start, out int end)
    {
        start = end = 0;
        var text = scan.Work;
        if (!TryMarker(text, atStart, atEnd, out var left, out var right, out var isBracketed))
        {
            return false;
        }

        if (!TryDomain(text, right, out end, out var hasSpelledDot))
        {
            return false;
        }

        start = LocalStart(text, left);
        if (start == left)
        {
            return false;
        }

        var local = text[start..left];
        if (isBracketed)
        {
            return true;
        }

        if (NoLocalLookup.Contains(local))
        {
            return false;
        }

        return hasSpelledDot || (IsMailHost(text[right..end]) && (IsStructured(local) ||
            ContextWords.NearestBefore(scan.Context, start, 24, ContextKind.Mail) != ContextKind.None));
    }

    // A marker is the word between blanks, or in brackets with or without blanks.
    private static bool TryMarker(ReadOnlySpan<char> text, int start, int end, out int left, out int right, out bool isBracketed)
    {
        left = start;
        right = end;
        isBracketed = false;
        if (start == 0 || end >= text.Length)
        {
            return false;
        }

        left = SkipBlanksBack(text, start);
        right = SkipBlanks(text, end);
        if (left > 0 && right < text.Length && text[left - 1] is '(' or '[' or '{' or '<' &&
            text[right] is ')' or ']' or '}' or '>')
        {
            isBracketed = true;
            left = SkipBlanksBack(text, left - 1);
            right = SkipBlanks(text, right + 1);
            return left > 0 && right < text.Length;
        }

        return left < start && right > end && left > 0 && right < text.Length;
    }

    private static int LocalStart(ReadOnlySpan<char> text, int end)
    {
        var start = EmailFinder.LocalStart(text, end);

        // "john dot smith at …": walk over spelled dots, three at most.
        for (var n = 0; n < 3 && start < end && start > 1 && text[start - 1] == ' '; n++)
        {
            var dotStart = WordStart(text, start - 1);
            if (!IsDotWord(text[dotStart..(start - 1)]) || dotStart < 2 || text[dotStart - 1] != ' ')
            {
                break;
            }

            var before = EmailFinder.LocalStart(text, dotStart - 1);
            if (before == dotStart - 1)
            {
                break;
            }

            start = before;
        }

        return start;
    }

    private static bool TryDomain(ReadOnlySpan<char> text, int start, out int end, out bool hasSpelledDot)
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
                if (!IsPlausibleTop(text[labelStart..i]))
                {
                    break;
                }

                end = i;
            }

            var afterDot = DotEnd(text, i, out var isSpelled);
            if (afterDot < 0)
            {
                break;
            }

            hasSpelledDot |= isSpelled;
            i = afterDot;
        }

        return end > 0;
    }

    // "." or a spelled dot between blanks or brackets; -1 when neither follows.
    private static int DotEnd(ReadOnlySpan<char> text, int start, out bool isSpelled)
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

        foreach (var word in DotWords)
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

    private static bool IsPlausibleTop(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!Characters.IsLatin(c))
            {
                return false;
            }
        }

        return label.Length is >= 2 and <= 12;
    }

    private static bool IsMailHost(ReadOnlySpan<char> domain)
    {
        foreach (var host in MailHosts)
        {
            if (domain.StartsWith(host, StringComparison.OrdinalIgnoreCase) && domain.Length > host.Length &&
                domain[host.Length] == '.')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStructured(ReadOnlySpan<char> local) =>
        local.IndexOfAny('.', '_') > 0 || local.IndexOfAny(Characters.Digits) >= 0;

    private static bool IsDotWord(ReadOnlySpan<char> word)
    {
        foreach (var dot in DotWords)
        {
            if (word.Equals(dot, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 16 && Characters.IsWord(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int i)
    {
        for (var n = 0; n < 3 && i < text.Length && text[i] == ' '; n++)
        {
            i++;
        }

        return i;
    }

    private static int SkipBlanksBack(ReadOnlySpan<char> text, int i)
    {
        for (var n = 0; n < 3 && i > 0 && text[i - 1] == ' '; n++)
        {
            i--;
        }

        return i;
    }
}
