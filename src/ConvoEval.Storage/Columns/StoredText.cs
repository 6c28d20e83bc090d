using System;
using System.Globalization;
using System.Text;

namespace ConvoEval.Storage.Columns;

/// <summary>
/// Any .NET text as text that every SQL store takes and gives back unchanged. NUL and halves of surrogate pairs, which
/// UTF-8 or PostgreSQL cannot hold, become ESC and four hexadecimal digits, and so does ESC itself. All other text
/// stays as it is.
/// </summary>
internal static class StoredText
{
    private const char Escape = '\u001B';
    private const int DigitCount = 4;

    /// <summary>Text to column. O(length), no allocation when nothing needs an escape.</summary>
    public static string Write(string text)
    {
        var first = FindUnstorable(text, 0);
        if (first < 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 16);
        var copied = 0;
        for (var at = first; at >= 0; at = FindUnstorable(text, copied))
        {
            written.Append(text, copied, at - copied).Append(Escape)
                .Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            copied = at + 1;
        }

        return written.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Text or null to column.</summary>
    public static string? WriteOptional(string? text) => text is null ? null : Write(text);

    /// <summary>Column to text.</summary>
    /// <exception cref="FormatException">An escape is incomplete: somebody else wrote the column.</exception>
    public static string Read(string stored)
    {
        var at = stored.IndexOf(Escape, StringComparison.Ordinal);
        if (at < 0)
        {
            return stored;
        }

        var read = new StringBuilder(stored.Length);
        var copied = 0;
        for (; at >= 0; at = stored.IndexOf(Escape, copied))
        {
            if (at + DigitCount >= stored.Length
                || !ushort.TryParse(
                    stored.AsSpan(at + 1, DigitCount),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var unit))
            {
                throw new FormatException(
                    $"The escape at position {at} of a stored text has no {DigitCount} hexadecimal digits.");
            }

            read.Append(stored, copied, at - copied).Append((char)unit);
            copied = at + 1 + DigitCount;
        }

        return read.Append(stored, copied, stored.Length - copied).ToString();
    }

    private static int FindUnstorable(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is '\0' or Escape)
            {
                return i;
            }

            if (char.IsSurrogate(unit))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(unit, text[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
