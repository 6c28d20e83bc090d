using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConvoEval.Reporting.Wording;

/// <summary>
/// Transcript text as a reader can trust it: characters that would hide, reorder or break what stands there become visible symbols.
/// Bidirectional controls, invisible format characters, control characters and tag characters read ⟨U+202E⟩; a lone surrogate reads
/// ⟨U+D800⟩; CR LF and CR become LF. The joiners U+200C and U+200D stay, because scripts and emoji need them. Every result is
/// valid UTF-16 and holds only characters that XML 1.0 allows.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text; empty for null.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var builder = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            if (status != OperationStatus.Done)
                Name(builder, rest[0]);
            else if (rune.Value == '\r')
                builder.Append(rest.Length > 1 && rest[1] == '\n' ? "" : "\n");
            else if (IsShown(rune))
                builder.Append(rest[..consumed]);
            else
                Name(builder, rune.Value);
            rest = rest[consumed..];
        }

        return builder.ToString();
    }

    /// <summary>The text on one line: line breaks and tabs become a blank.</summary>
    public static string OneLine(string? text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    private static bool IsShown(Rune rune)
    {
        if (rune.Value is '\n' or '\t' or 0x200C or 0x200D)
            return true;
        // Signs that stand around Arabic numbers count as format characters and yet are visible.
        if (rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD)
            return true;
        if (rune.Value is >= 0xE0000 and <= 0xE0FFF || (rune.Value & 0xFFFE) == 0xFFFE)
            return false;
        return Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
    }

    private static void Name(StringBuilder builder, int value) =>
        builder.Append(CultureInfo.InvariantCulture, $"⟨U+{value:X4}⟩");
}
