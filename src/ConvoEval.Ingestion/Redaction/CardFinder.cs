using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Payment card numbers: issuer range, length and Luhn check (ISO/IEC 7812-1). Grouped as on the card, in one piece,
/// or, after a word for a card, in any groups and of any issuer. A number labelled as an order or the like is left,
/// unless it is grouped as on a card.
/// </summary>
internal static class CardFinder
{
    private const int MinDigits = 12;
    private const int MaxDigits = 19;

    public static void Find(PiiScan scan)
    {
        var text = scan.Work;
        Span<char> digits = stackalloc char[MaxDigits];
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var start = i + next;
            var end = IsAtStart(text, start) ? MatchEnd(scan, start, digits) : 0;
            if (end > 0)
            {
                scan.Claim(start, end, PiiEntity.Card);
                i = end;
                continue;
            }

            i = start;
            while (i < text.Length && Characters.IsDigit(text[i]))
            {
                i++;
            }
        }
    }

    private enum Issuer
    {
        Unknown,

        // Maestro and old Visa numbers: many other numbers look so.
        Rare,
        Common,
    }

    private static int MatchEnd(PiiScan scan, int start, Span<char> digits)
    {
        var text = scan.Work;
        var count = 0;
        var groups = 0;
        var firstGroup = 0;
        var smallestInner = int.MaxValue;
        var best = 0;
        var mistyped = 0;
        var bestIsCardLike = false;
        var issuer = Issuer.Unknown;
        var i = start;
        while (i < text.Length && count < MaxDigits)
        {
            var groupStart = i;
            while (i < text.Length && Characters.IsDigit(text[i]) && count < MaxDigits)
            {
                digits[count++] = text[i++];
            }

            groups++;
            firstGroup = groups == 1 ? i - groupStart : firstGroup;
            var isWhole = i == text.Length || !Characters.IsWord(text[i]);
            if (isWhole && count >= MinDigits && Checksums.IsLuhn(digits[..count]))
            {
                best = i;
                issuer = IssuerOf(digits[..count]);
                bestIsCardLike = groups > 1 && firstGroup == 4 && smallestInner >= 4;
            }
            else if (isWhole && best == 0 && count == 16 && groups == 4 && firstGroup == 4 && smallestInner == 4 &&
                IssuerOf(digits[..count]) == Issuer.Common)
            {
                mistyped = i;
            }

            smallestInner = Math.Min(smallestInner, i - groupStart);
            if (i + 1 >= text.Length || text[i] is not (' ' or '-' or '.') || !Characters.IsDigit(text[i + 1]))
            {
                break;
            }

            i++;
        }

        // A card number with a slip in it is still nearly the number: grouped as on the card and called so.
        if (best == 0)
        {
            return mistyped > 0 && ContextWords.LabelOf(scan.Context, start) == ContextKind.Card ? mistyped : 0;
        }

        var isShort = CountDigits(text[start..best]) < 14;
        var isOnePiece = scan.Work[start..best].IndexOfAnyExceptInRange('0', '9') < 0;
        var context = ContextWords.NearestBefore(
            scan.Context, start, 40, ContextKind.Card | ContextKind.Label | ContextKind.Id | ContextKind.Phone);
        if (context == ContextKind.Card)
        {
            return issuer == Issuer.Unknown && isShort ? 0 : best;
        }

        var isLabelled = (ContextWords.LabelOf(scan.Context, start) & (ContextKind.Label | ContextKind.Id)) != 0;
        var isTelling = bestIsCardLike
            ? issuer != Issuer.Unknown
            : issuer == Issuer.Common && isOnePiece && !isLabelled;
        return isTelling ? best : 0;
    }

    private static int CountDigits(ReadOnlySpan<char> value)
    {
        var count = 0;
        foreach (var c in value)
        {
            count += Characters.IsDigit(c) ? 1 : 0;
        }

        return count;
    }

    private static Issuer IssuerOf(ReadOnlySpan<char> digits)
    {
        var six = 0;
        for (var i = 0; i < 6; i++)
        {
            six = (six * 10) + (digits[i] - '0');
        }

        var two = six / 10000;
        var three = six / 1000;
        var four = six / 100;
        var length = digits.Length;
        var isCommon =
            (two is >= 40 and <= 49 && length is 16 or 19) ||
            (length == 16 && (two is >= 51 and <= 55 || four is >= 2221 and <= 2720 or >= 2200 and <= 2204)) ||
            (length == 15 && (two is 34 or 37 || four is 1800 or 2131)) ||
            (length is 14 or 16 && (three is >= 300 and <= 305 || four == 3095 || two is 36 or 38 or 39)) ||
            (length is 16 or 19 && (four is 6011 or >= 3528 and <= 3589)) ||
            (length is 16 or 19 && (three is >= 644 and <= 649 || two is 65 or 62)) ||
            (length == 16 && (two is 60 or 81 or 82 || three == 508)) ||
            (length is 16 or 19 && (two is 50 or 63 or 67 || two is >= 56 and <= 58));

        // Cards of 19 digits are few, other numbers of 19 digits many.
        isCommon &= length < 19;
        var isRare = two is 50 or 60 or 63 or 67 or >= 56 and <= 58 || (two is >= 40 and <= 49 && length is 13 or 19);
        return isCommon ? Issuer.Common : isRare ? Issuer.Rare : Issuer.Unknown;
    }

    private static bool IsAtStart(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        if (Characters.IsWord(before))
        {
            return false;
        }

        // The last part of a longer code, such as a UUID, is no card number.
        if (before is '-' or '.' or '/' or ',')
        {
            for (var i = start - 2; i >= 0 && start - i < 14 && Characters.IsLatinOrDigit(text[i]); i--)
            {
                if (Characters.IsDigit(text[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
