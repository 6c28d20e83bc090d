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

    private static readonly string[] HanWords = ["电话", "電話", "手机", "手機", "携帯"];

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

    // The first group count that fits wins, from the longest to the shortest.
    private static int Accept(PiiScan scan, int start, DigitGroups groups)
    {
        var text = scan.Work;
        // In the middle of a row of digits no telephone number begins, unless a plus or dashes set it apart.
        var isInRow = start > 1 && text[start - 1] == ' ' && Characters.IsDigit(text[start - 2]);
        for (var count = groups.Count; count > 0; count--)
        {
            if (PhoneForms.IsInternational(groups, count) && IsWhole(text, groups.End(count)) &&
                (groups.HasPlus || !isInRow))
            {
                return groups.End(count);
            }
        }

        for (var count = groups.Count; count > 0; count--)
        {
            if ((PhoneForms.IsNorthAmerican(groups, count) || PhoneForms.IsTrunkZero(groups, count)) &&
                IsWhole(text, groups.End(count)) && !(isInRow && groups.SeparatorBefore(1) == ' ') &&
                !IsLabelledOtherwise(scan.Context, start))
            {
                return groups.End(count);
            }
        }

        bool? isNamed = isInRow ? false : null;
        for (var count = groups.Count; count > 0; count--)
        {
            var end = groups.End(count);
            if (!PhoneForms.IsPossible(groups, count) || !IsWhole(text, end) || IsAmount(text, start, end))
            {
                continue;
            }

            isNamed ??= IsNamedBefore(scan.Context, start);
            if (isNamed == true || (groups.Separators(count) > 0 && IsNamedAfter(scan.Context, end)))
            {
                return end;
            }
        }

        return 0;
    }

    // "the phone number linked to my account is …" is a telephone number, "account 281-…" is none.
    private static bool IsLabelledOtherwise(ReadOnlySpan<char> context, int start) =>
        (ContextWords.LabelOf(context, start) & NotPhone) != 0 &&
        ContextWords.NearestBefore(context, start, NameWindow, ContextKind.Phone) == ContextKind.None;

    private static bool IsNamedBefore(ReadOnlySpan<char> context, int start)
    {
        var nearest = ContextWords.NearestBefore(context, start, NameWindow, Named | NotPhone);
        return (nearest & NotPhone) == 0 && ((nearest & ContextKind.Phone) != 0 ||
            (ContextWords.LabelOf(context, start) & ContextKind.PhoneLabel) != 0 ||
            ContextWords.NearestBefore(context, start, ActWindow, Named | NotPhone) == ContextKind.PhoneAct ||
            IsNamedInHan(context, start));
    }

    // Scripts without blanks have no words to look up.
    private static bool IsNamedInHan(ReadOnlySpan<char> context, int start)
    {
        foreach (var word in HanWords)
        {
            if (ContextWords.HasPhraseBefore(context, start, 10, word))
            {
                return true;
            }
        }

        return false;
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

        // "…, MD 20892-3675 Phone: 301-…": the word belongs to what follows.
        return IsTelephoneWord(context[position..word]) && !(word < context.Length && context[word] == ':');
    }

    private static bool IsTelephoneWord(ReadOnlySpan<char> word) =>
        (ContextWords.KindOf(word) & (ContextKind.Phone | ContextKind.PhoneLabel)) != 0;

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
            !(before is '.' or ',' or ':' or '/' && start > 1 && Characters.IsDigit(text[start - 2])) &&
            !(before == '-' && start > 1 && Characters.IsWord(text[start - 2]));
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

        // The middle of a UUID, and 1-800-799-SAFE; but 467 3395-Fax.
        if (text[end] == '-' && end + 1 < text.Length && Characters.IsWord(text[end + 1]))
        {
            var word = end + 1;
            while (word < text.Length && word - end < 16 && Characters.IsWord(text[word]))
            {
                word++;
            }

            return IsTelephoneWord(text[(end + 1)..word]);
        }

        // 4673395,50 and 12:4673395:3 and 268.77 - 235.13 are other things.
        return !(text[end] is ',' or ':' or '.' && end + 1 < text.Length && Characters.IsDigit(text[end + 1]));
    }
}
