using System;
using System.Text;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>A text after folding, with the way back to the offsets of the incoming text.</summary>
internal sealed class FoldedText
{
    private readonly string _original;
    private readonly char[] _chars;

    // Position in the incoming text of each folded character; null when nothing moved.
    private readonly int[]? _origin;

    private FoldedText(string original, char[] chars, int[]? origin, int length)
    {
        _original = original;
        _chars = chars;
        _origin = origin;
        Length = length;
    }

    /// <summary>Number of folded characters.</summary>
    public int Length { get; }

    /// <summary>The folded characters, with masks replaced by barriers.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Folds a text. Linear in its length.</summary>
    public static FoldedText Of(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('%') && !text.Contains('\0'))
        {
            var copy = text.ToCharArray();
            MaskToken.ReplaceByBarriers(copy);
            return new FoldedText(text, copy, null, copy.Length);
        }

        var chars = new char[text.Length];
        var origin = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var folded = CharacterFolding.Fold(text, i, out var units);
            if (folded != '\0')
            {
                chars[length] = folded;
                origin[length++] = i;
            }

            i += units;
        }

        MaskToken.ReplaceByBarriers(chars.AsSpan(0, length));
        return new FoldedText(text, chars, origin, length);
    }

    /// <summary>First UTF-16 unit in the incoming text of a folded position.</summary>
    public int OriginalStart(int position) => _origin is null ? position : _origin[position];

    /// <summary>
    /// One past the last UTF-16 unit in the incoming text of the folded range that ends before a position.
    /// </summary>
    public int OriginalEnd(int position)
    {
        if (_origin is null)
        {
            return position;
        }

        var last = _origin[position - 1];
        _ = CharacterFolding.Fold(_original, last, out var units);
        var end = last + units;
        while (end < _original.Length && CharacterFolding.IsKeycapMark(_original[end]))
        {
            end++;
        }

        return end;
    }
}
