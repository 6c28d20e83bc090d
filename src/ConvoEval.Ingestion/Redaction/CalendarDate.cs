using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Reads a calendar date that begins at a position: 1978-05-12, 12/05/78, 12 May 1978, May 12th, 1978, 19780512.
/// </summary>
internal static class CalendarDate
{
    /// <summary>Births before this year are taken for something else.</summary>
    public const int FirstYear = 1900;

    /// <summary>
    /// Births after this year are taken for something else. A constant, because results must not hang on the clock.
    /// </summary>
    public const int LastYear = 2035;

    private static readonly FrozenSet<string> Months = ReadMonths(
        "january february march april may june july august september october november december jan feb mar apr jun " +
        "jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember enero febrero marzo abril " +
        "mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril juin juillet août " +
        "septembre octobre novembre décembre gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre " +
        "dicembre januari februari maart augustus janeiro fevereiro março maio junho julho setembro outubro dezembro");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthLookup =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a date.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">First digit, or first letter of a month name.</param>
    /// <param name="end">One past its end.</param>
    /// <param name="isSure">
    /// False for forms that need a word for birth: two-digit years, blanks between digits, eight digits.
    /// </param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        var isRead = Characters.IsDigit(text[start])
            ? TryNumeric(text, start, out end, out isSure) || TryDayMonthName(text, start, out end, out isSure)
            : TryMonthNameDay(text, start, out end, out isSure);
        return isRead && (end == text.Length || !Characters.IsDigit(text[end]));
    }

    private static bool TryNumeric(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        isSure = false;
        end = start;
        var first = ReadNumber(text, ref end, out var firstLength);
        if (firstLength == 8)
        {
            return IsDate(first / 10000, first / 100 % 100, first % 100) ||
                IsDayMonth(first / 1_000_000, first / 10000 % 100, first % 10000);
        }

        if (firstLength > 4 || end >= text.Length || !Characters.IsSeparator(text[end]))
        {
            return false;
        }

        var separator = text[end++];
        end += separator == '.' && end < text.Length && text[end] == ' ' ? 1 : 0;
        var second = ReadNumber(text, ref end, out var secondLength);
        if (secondLength is < 1 or > 2 || end >= text.Length || text[end] != separator)
        {
            return false;
        }

        end++;
        end += separator == '.' && end < text.Length && text[end] == ' ' ? 1 : 0;
        var third = ReadNumber(text, ref end, out var thirdLength);
        isSure = separator != ' ' && (firstLength == 4 || thirdLength == 4);
        return firstLength switch
        {
            4 => thirdLength is 1 or 2 && IsDate(first, second, third),
            1 or 2 when thirdLength == 4 => IsDayMonth(first, second, third),
            1 or 2 when thirdLength == 2 => IsDayMonth(first, second, FirstYear + third),
            _ => false,
        };
    }

    // 12 May 1978, 12th of May, 1978, 12. Mai 1978, 12-May-1978, 3 de mayo de 1978
    private static bool TryDayMonthName(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        isSure = false;
        end = start;
        var day = ReadNumber(text, ref end, out var length);
        if (length > 2 || day is < 1 or > 31)
        {
            return false;
        }

        SkipOrdinal(text, ref end);
        SkipJoints(text, ref end);
        SkipWord(text, ref end, "of");
        SkipWord(text, ref end, "de");
        return TryMonthName(text, ref end) && TryYear(text, ref end, out isSure);
    }

    // May 12, 1978
    private static bool TryMonthNameDay(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        isSure = false;
        end = start;
        if (!TryMonthName(text, ref end))
        {
            return false;
        }

        SkipJoints(text, ref end);
        SkipWord(text, ref end, "the");
        var day = ReadNumber(text, ref end, out var length);
        if (length is < 1 or > 2 || day is < 1 or > 31)
        {
            return false;
        }

        SkipOrdinal(text, ref end);
        return TryYear(text, ref end, out isSure);
    }

    private static bool TryYear(ReadOnlySpan<char> text, ref int end, out bool isSure)
    {
        SkipJoints(text, ref end);
        SkipWord(text, ref end, "de");
        SkipWord(text, ref end, "of");
        end += end < text.Length && text[end] == '\'' ? 1 : 0;
        var year = ReadNumber(text, ref end, out var length);
        isSure = length == 4;
        return length == 2 || (length == 4 && year is >= FirstYear and <= LastYear);
    }

    private static bool TryMonthName(ReadOnlySpan<char> text, ref int end)
    {
        var start = end;
        while (end < text.Length && end - start <= 12 && Characters.IsLetter(text[end]))
        {
            end++;
        }

        return end > start && MonthLookup.Contains(text[start..end]);
    }

    private static int ReadNumber(ReadOnlySpan<char> text, ref int position, out int length)
    {
        var value = 0;
        length = 0;
        while (position < text.Length && length < 9 && Characters.IsDigit(text[position]))
        {
            value = (value * 10) + (text[position++] - '0');
            length++;
        }

        return value;
    }

    private static void SkipJoints(ReadOnlySpan<char> text, ref int position)
    {
        for (var n = 0; n < 3 && position < text.Length && text[position] is ' ' or ',' or '.' or '-' or '/'; n++)
        {
            position++;
        }
    }

    private static void SkipOrdinal(ReadOnlySpan<char> text, ref int position)
    {
        if (position + 2 <= text.Length)
        {
            var two = text.Slice(position, 2);
            position += two is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" or "er" ? 2 : 0;
        }
    }

    private static void SkipWord(ReadOnlySpan<char> text, ref int position, string word)
    {
        var end = position + word.Length;
        if (end < text.Length && text[position..end].Equals(word, StringComparison.OrdinalIgnoreCase) &&
            text[end] == ' ')
        {
            position = end + 1;
        }
    }

    private static bool IsDayMonth(int first, int second, int year) =>
        IsDate(year, second, first) || IsDate(year, first, second);

    private static bool IsDate(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 &&
            day <= DateTime.DaysInMonth(year, month);

    private static FrozenSet<string> ReadMonths(string names) =>
        new HashSet<string>(names.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
