using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// E-mail addresses spelled against spam readers or for a listener: <c>name at domain dot com</c>, <c>name (at)
/// domain.com</c>,
/// <c>nombre arroba dominio punto com</c>. A bare "at" needs a spelled dot, or a well-known mail host.
/// </summary>
internal static class SpelledEmailFinder
{
    // Each word for @ with the words for the dot of its language: "at this point and" is no address.
    private static readonly (string At, string[] Dots)[] AtWords =
    [
        ("at", ["dot", "punkt"]), ("arroba", ["punto", "ponto"]), ("arobase", ["point"]), ("chiocciola", ["punto"]),
        ("ät", ["punkt"]),
    ];

    private static readonly FrozenSet<string> NoLocalPart = new HashSet<string>
    {
        "me", "us", "it", "them", "him", "her", "you", "one", "now", "here", "there", "this", "that", "look",
        "available",
        "visit", "order", "ordered", "buy", "bought", "book", "booked", "shop", "shopping", "store", "site", "website",
        "online", "page", "work", "works", "working", "employed", "hosted", "found", "find", "see", "read", "account",
        "arrived", "sold", "are", "is", "was", "be", "not", "only", "everything", "anything", "all", "up", "in", "and",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoLocalLookup =
        NoLocalPart.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] MailHosts =
    [
        "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "gmx", "aol", "protonmail", "proton", "live",
        "msn",
        "web", "t-online", "zoho", "fastmail", "mail",
    ];

    public static void Find(PiiScan scan)
    {
        FindSign(scan);
        foreach (var (word, dots) in AtWords)
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
                if (TryMatch(scan, at, at + word.Length, dots, out var start, out var end))
                {
                    scan.Claim(start, end, PiiEntity.Email);
                    i = end;
                }
            }
        }
    }

    // "name@domain dot com", and the slip "name@gmail,com".
    private static void FindSign(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOf('@');
            if (next < 0)
            {
                return;
            }

            var at = i + next;
            i = at + 1;
            var left = SkipBlanksBack(text, at);
            var start = EmailFinder.LocalStart(text, left);
            var right = SpelledDomain.SkipBlanks(text, at + 1);
            if (start < left &&
                ((SpelledDomain.TryRead(text, right, SpelledDomain.AnyDot, out var end, out var hasSpelledDot) &&
                hasSpelledDot) ||
                (right == at + 1 && TryComma(text, right, out end))))
            {
                scan.Claim(start, end, PiiEntity.Email);
                i = end;
            }
        }
    }

    private static bool TryComma(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        foreach (var host in MailHosts)
        {
            if (!text[start..].StartsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var comma = start + host.Length;
            end = comma + 1;
            while (end < text.Length && Characters.IsLatin(text[end]))
            {
                end++;
            }

            if (comma < text.Length && text[comma] == ',' && end - comma is 3 or 4 &&
                (end == text.Length || !Characters.IsWord(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryMatch(PiiScan scan, int atStart, int atEnd, string[] dots, out int start, out int end)
    {
        start = end = 0;
        var text = scan.Work;
        if (!TryMarker(text, atStart, atEnd, out var left, out var right, out var isBracketed))
        {
            return false;
        }

        var anyOrDots = isBracketed ? SpelledDomain.AnyDot : dots;
        if (!SpelledDomain.TryRead(text, right, anyOrDots, out end, out var hasSpelledDot))
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
    private static bool TryMarker(
        ReadOnlySpan<char> text, int start, int end, out int left, out int right, out bool isBracketed)
    {
        left = start;
        right = end;
        isBracketed = false;
        if (start == 0 || end >= text.Length)
        {
            return false;
        }

        left = SkipBlanksBack(text, start);
        right = SpelledDomain.SkipBlanks(text, end);
        if (left > 0 && right < text.Length && text[left - 1] is '(' or '[' or '{' or '<' &&
            text[right] is ')' or ']' or '}' or '>')
        {
            isBracketed = true;
            left = SkipBlanksBack(text, left - 1);
            right = SpelledDomain.SkipBlanks(text, right + 1);
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
            if (!SpelledDomain.IsDot(text[dotStart..(start - 1)]) || dotStart < 2 || text[dotStart - 1] != ' ')
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

    private static int WordStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 16 && Characters.IsWord(text[start - 1]))
        {
            start--;
        }

        return start;
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
