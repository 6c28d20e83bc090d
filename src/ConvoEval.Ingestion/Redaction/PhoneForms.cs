using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>What digit groups look like when they are a telephone number.</summary>
internal static class PhoneForms
{
    private const int MinInternational = 8;
    private const int MaxInternational = 15;

    // More groups than that are a table or a code in hexadecimal.
    private const int MaxPossibleGroups = 7;

    /// <summary>
    /// + or 00, country code, number (ITU-T E.164). Countries of fixed length end where their numbers end.
    /// </summary>
    public static bool IsInternational(DigitGroups groups, int count)
    {
        var digits = groups.Digits[..groups.Total(count)];
        var hasPlus = groups.HasPlus;
        if (!hasPlus)
        {
            if (digits.Length < 11 || digits[0] != '0' || digits[1] != '0')
            {
                return false;
            }

            digits = digits[2..];
        }

        if (digits.Length == 0 || digits[0] == '0' || (MixesDots(groups, count) && groups.Length(count - 1) < 3))
        {
            return false;
        }

        var length = digits.Length - groups.TrunkZeros(count);
        var (least, most) = digits switch
        {
            ['1', ..] => (11, 11),
            ['7', ..] => (11, 11),
            ['3', '1' or '3' or '4', ..] or ['4', '1' or '8', ..] or ['6', '1', ..] => (10, 11),
            ['4', '4', ..] => (11, 12),
            ['9', '1', ..] => (11, 12),
            ['4', '5', ..] or ['4', '7', ..] => (10, 10),
            ['3', '5', '1', ..] => (12, 12),
            _ => (MinInternational, MaxInternational),
        };

        // Without a plus the digits must say clearly that they are a telephone number.
        return length >= (hasPlus ? Math.Min(least, MinInternational + 1) : Math.Max(least, 10)) && length <= most;
    }

    /// <summary>
    /// 3-3-4, with or without 1 before it; blanks as separators need a first digit of 2 to 9 in both groups of three.
    /// </summary>
    public static bool IsNorthAmerican(DigitGroups groups, int count)
    {
        var first = count == 4 && groups.Length(0) == 1 && groups.Digits[0] == '1' ? 1 : 0;
        if (count - first != 3 || groups.Length(first) != 3 || groups.Length(first + 1) != 3 ||
            groups.Length(first + 2) != 4)
        {
            return false;
        }

        var area = groups.Digits[first];
        var exchange = groups.Digits[first + 3];
        var isSpaced = groups.SeparatorBefore(first + 1) == ' ' && groups.SeparatorBefore(first + 2) == ' ';
        return area is >= '2' and <= '9' && (!isSpaced || exchange is >= '2' and <= '9');
    }

    /// <summary>A national number with its trunk zero: 9 to 12 digits in groups.</summary>
    public static bool IsTrunkZero(DigitGroups groups, int count)
    {
        var digits = groups.Digits[..groups.Total(count)];
        if (digits.Length is < 9 or > 12 || digits[0] != '0' || digits[1] == '0')
        {
            return false;
        }

        return count switch
        {
            1 => digits.Length == 11 && digits[1] == '7',
            2 => digits.Length is 10 or 11 && (groups.Length(0) > 2 || groups.HasBracket),
            _ => groups.SeparatorBefore(1) != '/' || groups.SeparatorBefore(2) != '/',
        };
    }

    /// <summary>Seven to fifteen digits that could be a telephone number if a word says so.</summary>
    public static bool IsPossible(DigitGroups groups, int count)
    {
        var total = groups.Total(count);
        if (total is < 7 or > MaxInternational || groups.Count > MaxPossibleGroups)
        {
            return false;
        }

        if (MixesDots(groups, count))
        {
            return false;
        }

        if (count == 2)
        {
            // 12345.67 is an amount, 2010-2015 are years.
            if (groups.SeparatorBefore(1) == '.' && groups.Length(1) < 3)
            {
                return false;
            }

            if (groups.Length(0) == 4 && groups.Length(1) == 4 && IsYear(groups.Digits) && IsYear(groups.Digits[4..]))
            {
                return false;
            }
        }

        return groups.Digits[..total].IndexOfAnyExcept(groups.Digits[0]) >= 0;
    }

    /// <summary>
    /// Where an extension after a number ends (x459, ext. 12, #3); the number's own end when there is none.
    /// </summary>
    public static int ExtensionEnd(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && i - end < 2 && text[i] is ' ' or ',')
        {
            i++;
        }

        var rest = text[i..];
        var mark = rest.StartsWith("extension", StringComparison.OrdinalIgnoreCase) ? 9
            : rest.StartsWith("ext.", StringComparison.OrdinalIgnoreCase) ? 4
            : rest.StartsWith("ext", StringComparison.OrdinalIgnoreCase) ? 3
            : rest.StartsWith("x", StringComparison.OrdinalIgnoreCase) ? 1
            : rest.StartsWith("#") ? 1
            : 0;
        if (mark == 0)
        {
            return end;
        }

        i += mark;
        i += i < text.Length && text[i] == ' ' ? 1 : 0;
        var first = i;
        while (i < text.Length && i - first < 6 && Characters.IsDigit(text[i]))
        {
            i++;
        }

        return i > first && (i == text.Length || !Characters.IsWord(text[i])) ? i : end;
    }

    // "499.28 - 471.82" is a sum; a telephone number has dots everywhere or nowhere.
    private static bool MixesDots(DigitGroups groups, int count)
    {
        var dots = 0;
        var others = 0;
        for (var i = 1; i < count; i++)
        {
            dots += groups.SeparatorBefore(i) == '.' ? 1 : 0;
            others += groups.SeparatorBefore(i) is '-' or ' ' or '/' ? 1 : 0;
        }

        return dots > 0 && others > 0;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits[..2] is "19" or "20";
}
