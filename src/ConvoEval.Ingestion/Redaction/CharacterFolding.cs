using System;
using System.Globalization;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Folds what people and attackers write instead of plain characters: full-width and other digits, dashes, blanks,
/// invisible characters, percent escapes. The part of Unicode's compatibility folding (NFKC) that matters here, written
/// out because offsets must lead back to the incoming text and the program runs without culture tables.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>
    /// Folds the character at <paramref name="index"/> and says how many UTF-16 units it took.
    /// Returns '\0' for a character that is dropped.
    /// </summary>
    public static char Fold(ReadOnlySpan<char> text, int index, out int units)
    {
        var c = text[index];
        units = 1;
        if (c == '%')
        {
            return FoldPercent(text, index, ref units);
        }

        if (c < '\u00A0')
        {
            return c == '\0' ? ' ' : c;
        }

        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            units = 2;
            return FoldSupplementary(char.ConvertToUtf32(c, text[index + 1]));
        }

        return FoldBasic(c);
    }

    /// <summary>Whether a text without ASCII digit and without @ may still hold some after folding.</summary>
    public static bool MayHideDigitOrAt(char c) =>
        c >= '\u00B2' && (char.IsDigit(c) || char.IsHighSurrogate(c) || FoldBasic(c) is '@' or (>= '0' and <= '9'));

    /// <summary>Combining marks that belong to the digit before them, as in keycap emoji.</summary>
    public static bool IsKeycapMark(char c) => c is '\uFE0F' or '\u20E3';

    private static char FoldBasic(char c)
    {
        if (c is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u20E3' or '\uFEFF' ||
            (c >= '\u200B' && c <= '\u200F') || (c >= '\u202A' && c <= '\u202E') ||
            (c >= '\u2060' && c <= '\u206F') || (c >= '\uFE00' && c <= '\uFE0F'))
        {
            return '\0';
        }

        if (c >= '\uFF01' && c <= '\uFF5E')
        {
            return (char)(c - '\uFF01' + '!');
        }

        if ((c >= '\u2010' && c <= '\u2015') || c is '\u2212' or '\uFE58' or '\uFE63')
        {
            return '-';
        }

        if (c is '\u00A0' or '\u202F' or '\u205F' or '\u3000' || (c >= '\u2000' && c <= '\u200A'))
        {
            return ' ';
        }

        return c switch
        {
            '\uFE6B' => '@',
            '\u2018' or '\u2019' => '\'',
            '\u00B9' => '1',
            '\u00B2' => '2',
            '\u00B3' => '3',
            >= '\u2080' and <= '\u2089' => (char)(c - '\u2080' + '0'),
            '\u2070' or (>= '\u2074' and <= '\u2079') => (char)(c - '\u2070' + '0'),
            >= '\u2460' and <= '\u2468' => (char)(c - '\u2460' + '1'),
            '\u24EA' => '0',
            _ => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c,
        };
    }

    private static char FoldSupplementary(int codePoint) => codePoint switch
    {
        // Mathematical letters: 13 alphabets of 52 letters; mathematical digits: 5 styles of 10.
        >= 0x1D400 and < 0x1D6A4 => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(codePoint - 0x1D400) % 52],
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((codePoint - 0x1D7CE) % 10)),

        // Tags and variation selectors of plane 14 are invisible.
        >= 0xE0000 and <= 0xE0FFF => '\0',
        _ => '\uFFFD',
    };

    private static char FoldPercent(ReadOnlySpan<char> text, int index, ref int units)
    {
        if (index + 2 >= text.Length || !char.IsAsciiHexDigit(text[index + 1]) ||
            !char.IsAsciiHexDigit(text[index + 2]))
        {
            return '%';
        }

        var value = (char)((HexValue(text[index + 1]) << 4) | HexValue(text[index + 2]));
        if (value is < ' ' or > '~')
        {
            return '%';
        }

        units = 3;
        return value;
    }

    private static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
