using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// E-mail addresses: the dotted form that people use (a practical part of RFC 5321 §4.1.2, without quoted local parts),
/// also with blanks around the @ where the rest leaves no doubt. Look-back and look-ahead are bounded by the lengths
/// that RFC 5321 §4.5.3.1 allows (64 and 255), so the cost is linear.
/// </summary>
internal static class EmailFinder
{
    /// <summary>Longest local part.</summary>
    public const int MaxLocal = 64;

    /// <summary>Longest domain.</summary>
    public const int MaxDomain = 255;

    public static void Find(PiiScan scan)
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
            var end = DomainEnd(text, at + 1);
            var start = LocalStart(text, at);
            if (start < at && end > 0)
            {
                scan.Claim(start, end, PiiEntity.Email);
                i = end;
            }
            else if (TrySpaced(scan, at, out start, out end))
            {
                scan.Claim(start, end, PiiEntity.Email);
                i = end;
            }
        }
    }

    /// <summary>Start of the local part that ends before a position; the position itself when there is none.</summary>
    public static int LocalStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxLocal && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < end && !Characters.IsWord(text[start]))
        {
            start++;
        }

        return start < end && (Characters.IsWord(text[end - 1]) || text[end - 1] is '-' or '+' or '.') ? start : end;
    }

    /// <summary>End of the domain that begins at a position; -1 when none with a top level of letters does.</summary>
    public static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + MaxDomain);
        var best = -1;
        var label = start;
        var labels = 0;
        for (var i = start; ; i++)
        {
            if (i < limit && (IsDomain(text[i]) || (text[i] == '-' && i > label)))
            {
                continue;
            }

            if (i == label)
            {
                break;
            }

            labels++;
            if (labels > 1 && IsTopLevel(text[label..i]))
            {
                best = i;
            }

            if (i >= limit || text[i] != '.')
            {
                break;
            }

            label = i + 1;
        }

        return best;
    }

    private static bool TrySpaced(PiiScan scan, int at, out int start, out int end)
    {
        var text = scan.Work;
        var left = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        var right = at + 1 < text.Length && text[at + 1] == ' ' ? at + 2 : at + 1;
        end = DomainEnd(text, right);
        start = LocalStart(text, left);
        if (end < 0 || start >= left || (left == at && right == at + 1))
        {
            return false;
        }

        // "meet me @ example.com" is no address.
        var local = text[start..left];
        return local.IndexOfAny('.', '_') > 0 || local.IndexOfAny(Characters.Digits) >= 0 ||
            ContextWords.NearestBefore(scan.Context, start, 24, ContextKind.Mail) != ContextKind.None;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var c in label)
        {
            if (!Characters.IsLetter(c))
            {
                return false;
            }
        }

        return label.Length is >= 2 and <= 24;
    }

    private static bool IsLocal(char c) => Characters.IsWord(c) || c is '.' or '-' or '+' or '\'' or '%' or '!' or '~';

    private static bool IsDomain(char c) => c != '_' && Characters.IsWord(c);
}
