using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Telephone numbers. Forms that only telephones have are taken wherever they stand: + and country code, North American
/// 3-3-4, a grouped number with a leading zero. Any other seven to fifteen digits need a word for a telephone nearby.
/// </summary>
internal static class PhoneFinder
{
    private const int NameWindow = 48;
    private const int ActWindow = 36;

    private const ContextKind Named = ContextKind.Phone | ContextKind.PhoneAct;

    private const ContextKind NotPhone = ContextKind.Label | ContextKind.Amount | ContextKind.Card | ContextKind.Id |
        ContextKind.NationalId | ContextKind.Version;

    public static void Find(PiiScan scan)
    {
        var text = scan.Work;
        var groups = new DigitGroups();
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var digit = i + next;
            var start = StartOf(text, digit);
            var end = 0;
            if (IsAtStart(text, start))
            {
                groups.Read(text, start, digit);
                end = Accept(scan, start, groups);
            }

            if (end > 0)
            {
                end = PhoneForms.ExtensionEnd(text, end);
                scan.Claim(start, end, PiiEntity.Phone);
                i = end;
                continue;
            }

            i = digit;
            while (i < text.Length && Characters.IsDigit(text[i]))
            {
                i++;
            }
        }
    }

    private static int Accept(PiiScan scan, int start, DigitGroups groups)
    {
        var text = scan.Work;
        var isLabelled = (ContextWords.LabelOf(scan.Context, start) & NotPhone) != 0;
        for (var count = groups.Count; count > 0; count--)
        {
            if (IsWhole(text, groups.End(count)) && PhoneForms.IsInternational(groups, count))
            {
                return groups.End(count);
            }
        }

        for (var count = groups.Count; count > 0 && !isLabelled; count--)
        {
            if (IsWhole(text, groups.End(count)) &&
                (PhoneForms.IsNorthAmerican(groups, count) || PhoneForms.IsTrunkZero(groups, count)))
            {
                return groups.End(count);
            }
        }

        for (var count = groups.Count; count > 0; count--)
        {
            var end = groups.End(count);
            if (IsWhole(text, end) && PhoneForms.IsPossible(groups, count) && !IsAmount(text, start, end) &&
                (IsNamedBefore(scan.Context, start) || (groups.Separators(count) > 0 && IsNamedAfter(scan.Context, end))))
            {
                return end;
            }
        }

        return 0;
    }

    private static bool IsNamedBefore(ReadOnlySpan<char> context, int start)
    {
        var nearest = ContextWords.NearestBefore(context, start, NameWindow, Named | NotPhone);
        return (nearest & NotPhone) == 0 && ((nearest & ContextKind.Phone) != 0 ||
            ContextWords.NearestBefore(context, start, ActWindow, Named | NotPhone) == ContextKind.PhoneAct);
    }

    // "655 437 108 office", "467 3395-Fax", "467 3395 (mobile)"
    private static bool IsNamedAfter(ReadOnlySpan<char> context, int end)
    {
        var position = end;
        while (position < context.Length && position - end < 3 && context[position] is ' ' or '-' or '(' or '[')
        {
            position++;
        }

        var word = position;
        while (word < context.Length && word - position < 16 && Characters.IsLetter(context[word]))
        {
            word++;
        }

        var kind = ContextWords.KindOf(context[position..word]);
        return (kind & ContextKind.Phone) != 0 ||
            context[position..word].Equals("office", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAmount(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start;
        while (before > 0 && start - before < 2 && text[before - 1] == ' ')
        {
            before--;
        }

        var after = end;
        while (after < text.Length && after - end < 2 && text[after] == ' ')
        {
            after++;
        }

        return (before > 0 && IsUnit(text[before - 1])) || (after < text.Length && IsUnit(text[after])) ||
            ContextWords.NearestAfter(text, end, 3, ContextKind.Amount) != ContextKind.None;
    }

    private static bool IsUnit(char c) => c is '$' or '€' or '£' or '¥' or '₹' or '%' or '#' or '°';

    // The plus or the bracket before the first digit belongs to the number.
    private static int StartOf(ReadOnlySpan<char> text, int digit)
    {
        var start = digit;
        if (start > 0 && text[start - 1] == '(')
        {
            start--;
            return start > 0 && text[start - 1] == '+' ? start - 1 : start;
        }

        if (start > 0 && text[start - 1] == '+')
        {
            start--;
            return start > 0 && text[start - 1] == '(' ? start - 1 : start;
        }

        return start > 1 && text[start - 1] == ' ' && text[start - 2] == '+' ? start - 2 : start;
    }

    private static bool IsAtStart(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return !Characters.IsWord(before) && before != '#' &&
            !(before is '.' or ',' or ':' or '/' or '-' && start > 1 && Characters.IsDigit(text[start - 2]));
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        if (Characters.IsWord(text[end]))
        {
            return PhoneForms.ExtensionEnd(text, end) > end;
        }

        // 4673395,50 and 12:4673395:3 are other things.
        return !(text[end] is ',' or ':' && end + 1 < text.Length && Characters.IsDigit(text[end + 1]));
    }
}
