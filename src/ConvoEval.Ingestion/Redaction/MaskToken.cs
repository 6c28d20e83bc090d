using System;
using System.Globalization;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>The form of a mask: <c>[EMAIL_1]</c>.</summary>
internal static class MaskToken
{
    private const int MaxDigits = 9;

    /// <summary>Writes a mask.</summary>
    public static string Write(string entity, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"[{entity}_{number}]");

    /// <summary>Reads the mask that begins at a position.</summary>
    /// <returns>Its length; 0 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, out string entity, out int number)
    {
        entity = "";
        number = 0;
        if (start >= text.Length || text[start] != '[')
        {
            return 0;
        }

        var rest = text[(start + 1)..];
        foreach (var candidate in PiiEntity.All)
        {
            if (!rest.StartsWith(candidate, StringComparison.Ordinal) || rest.Length <= candidate.Length ||
                rest[candidate.Length] != '_')
            {
                continue;
            }

            var position = candidate.Length + 1;
            while (position < rest.Length && Characters.IsDigit(rest[position]) &&
                   position - candidate.Length <= MaxDigits)
            {
                number = (number * 10) + (rest[position++] - '0');
            }

            if (position == candidate.Length + 1 || position >= rest.Length || rest[position] != ']')
            {
                number = 0;
                return 0;
            }

            entity = candidate;
            return position + 2;
        }

        return 0;
    }

    /// <summary>Replaces every mask by barriers of the same length.</summary>
    public static void ReplaceByBarriers(Span<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOf('[');
            if (next < 0)
            {
                return;
            }

            i += next;
            var length = Read(text, i, out _, out _);
            if (length > 0)
            {
                text.Slice(i, length).Fill(Characters.Barrier);
            }

            i += Math.Max(length, 1);
        }
    }
}
