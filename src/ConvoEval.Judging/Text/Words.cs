using System;
using System.Collections.Generic;
using System.Text;

namespace ConvoEval.Judging.Text;

/// <summary>Normal forms of text that all rules share. Linear in the length of the text.</summary>
internal static class Words
{
    private static readonly HashSet<string> Stop = new(
        ("a an the is are was were be to of in on for and or you your we our it that this with at by from can will do does may as if i my me us have has had "
        + "within").Split(' '),
        StringComparer.Ordinal);

    /// <summary>
    /// NFKC with straight quotes and plain hyphens. Text that is no valid UTF-16 is repaired first: a lone surrogate becomes U+FFFD.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var repaired = HasLoneSurrogate(text) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        var normal = repaired.IsNormalized(NormalizationForm.FormKC) ? repaired : repaired.Normalize(NormalizationForm.FormKC);
        if (normal.AsSpan().IndexOfAny("\u2018\u2019\u201c\u201d\u2013\u2014\u2212") < 0)
            return normal;
        return string.Create(normal.Length, normal, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '\u2018' or '\u2019' => '\'',
                    '\u201c' or '\u201d' => '"',
                    '\u2013' or '\u2014' or '\u2212' => '-',
                    var other => other,
                };
            }
        });
    }

    /// <summary>Lower-case runs of a–z and 0–9 in the normalised text, apostrophes removed first (don't → dont).</summary>
    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var normal = Normalize(text).ToLowerInvariant();
        var start = -1;
        var hasApostrophe = false;
        for (var i = 0; i <= normal.Length; i++)
        {
            var letter = i < normal.Length ? normal[i] : ' ';
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                start = start < 0 ? i : start;
            }
            else if (letter == '\'')
            {
                hasApostrophe = true;
            }
            else
            {
                if (start >= 0)
                    tokens.Add(hasApostrophe ? WithoutApostrophes(normal[start..i]) : normal[start..i]);
                (start, hasApostrophe) = (-1, false);
            }
        }

        return tokens;
    }

    /// <summary>Whether a token carries no meaning of its own.</summary>
    public static bool IsStopWord(string token) => Stop.Contains(token);

    /// <summary>
    /// The normal form of the SQuAD 1.1 evaluation (Rajpurkar et al. 2016): lower case, ASCII punctuation removed, articles removed, blanks collapsed.
    /// </summary>
    public static string SquadForm(string text)
    {
        var lower = Normalize(text).ToLowerInvariant();
        var kept = new StringBuilder(lower.Length);
        foreach (var letter in lower)
            if (!(letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter))))
                kept.Append(letter);
        var words = new List<string>();
        foreach (var word in kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (word is not ("a" or "an" or "the"))
                words.Add(word);
        return string.Join(' ', words);
    }

    /// <summary>Sentences of the normalised text with their place in it, cut behind . ! ? before a blank, and at line ends.</summary>
    public static List<(int Start, int End)> Sentences(string normalized)
    {
        var sentences = new List<(int Start, int End)>();
        var start = 0;
        for (var i = 0; i < normalized.Length; i++)
        {
            var ends = normalized[i] == '\n'
                || (normalized[i] is '.' or '!' or '?' && i + 1 < normalized.Length && char.IsWhiteSpace(normalized[i + 1]));
            if (!ends)
                continue;
            Add(sentences, normalized, start, normalized[i] == '\n' ? i : i + 1);
            start = i + 1;
        }

        Add(sentences, normalized, start, normalized.Length);
        return sentences;
    }

    private static void Add(List<(int Start, int End)> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add((start, end));
    }

    private static string WithoutApostrophes(string token) => token.Replace("'", "", StringComparison.Ordinal);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
