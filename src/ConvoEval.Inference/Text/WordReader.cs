using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConvoEval.Inference.Text;

/// <summary>
/// Reads a text as lower-case words, each with one blank before and after. Apostrophes are dropped ("don't" is
/// "dont"), other
/// punctuation, control characters and broken surrogates separate words; a currency or percent sign, any other symbol
/// such as an
/// emoji, and an ideograph is a word of its own; digits of a number that holds nothing else become "0".
/// </summary>
internal static class WordReader
{
    private const char VariationSelector16 = '\uFE0F';
    private const char ZeroWidthJoiner = '\u200D';
    private const char SoftHyphen = '\u00AD';
    private const char LeftQuote = '\u2018';
    private const char RightQuote = '\u2019';

    private enum Unit
    {
        Separator,
        Ignored,
        Letter,
        Digit,
        Symbol,
    }

    /// <summary>
    /// Writes the words of <paramref name="text"/> into <paramref name="words"/> and returns how many units were
    /// written. Reads at
    /// most <paramref name="maxCharacters"/> units of the text.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxCharacters">Units read, the rest of the text is ignored.</param>
    /// <param name="words">Buffer; twice <paramref name="maxCharacters"/> plus 2 always suffices.</param>
    public static int Read(ReadOnlySpan<char> text, int maxCharacters, Span<char> words)
    {
        var source = text.Length > maxCharacters ? text[..maxCharacters] : text;
        var written = 0;
        words[written++] = ' ';
        var wordStart = written;
        var isNumber = true;
        for (var i = 0; i < source.Length;)
        {
            var (kind, length) = source[i] < 128 ? (OfAscii(source[i]), 1) : OfRune(source[i..]);
            if (kind is Unit.Separator or Unit.Symbol)
            {
                EndWord(words, ref written, ref wordStart, isNumber);
                isNumber = true;
            }

            if (kind is Unit.Letter or Unit.Digit or Unit.Symbol)
            {
                isNumber &= kind == Unit.Digit;
                foreach (var unit in source.Slice(i, length))
                {
                    words[written++] = char.ToLowerInvariant(unit);
                }
            }

            if (kind == Unit.Symbol)
            {
                EndWord(words, ref written, ref wordStart, isNumber: false);
                isNumber = true;
            }

            i += length;
        }

        EndWord(words, ref written, ref wordStart, isNumber);
        return written == 1 ? 0 : written;
    }

    private static void EndWord(Span<char> words, ref int written, ref int wordStart, bool isNumber)
    {
        if (written == wordStart)
        {
            return;
        }

        if (isNumber)
        {
            words[wordStart..written].Fill('0');
        }

        words[written++] = ' ';
        wordStart = written;
    }

    private static Unit OfAscii(char unit) => unit switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Unit.Letter,
        >= '0' and <= '9' => Unit.Digit,
        '\'' or '`' => Unit.Ignored,
        '$' or '%' => Unit.Symbol,
        _ => Unit.Separator,
    };

    private static (Unit Kind, int Length) OfRune(ReadOnlySpan<char> rest)
    {
        if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
        {
            return (Unit.Separator, length);
        }

        return rest[0] switch
        {
            VariationSelector16 or ZeroWidthJoiner or SoftHyphen or LeftQuote or RightQuote => (Unit.Ignored, length),
            >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' => (Unit.Symbol, length),
            _ => (OfCategory(Rune.GetUnicodeCategory(rune)), length),
        };
    }

    private static Unit OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Unit.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Unit.Digit,
        UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol => Unit.Symbol,
        _ => Unit.Separator,
    };
}
