using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Words around a number that say what it is. Names in camel case and snake case are read word by word, so JSON member
/// names are context too. No search crosses a <see cref="Characters.Barrier"/>.
/// </summary>
internal static class ContextWords
{
    private const int MaxWordLength = 24;

    private static readonly FrozenDictionary<string, ContextKind> Words = ReadWords();

    private static readonly FrozenDictionary<string, ContextKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Kind of the word nearest before a position that has any of the wanted kinds.</summary>
    /// <param name="text">Text with context.</param>
    /// <param name="position">Where the value begins.</param>
    /// <param name="window">How many characters back a word may end.</param>
    /// <param name="wanted">Kinds to stop at.</param>
    public static ContextKind NearestBefore(ReadOnlySpan<char> text, int position, int window, ContextKind wanted)
    {
        var limit = Math.Max(0, position - window);
        var end = position;
        while (TryWordBefore(text, limit, ref end, out var word))
        {
            if (Lookup.TryGetValue(word, out var kind) && (kind & wanted) != 0)
            {
                return kind & wanted;
            }
        }

        return ContextKind.None;
    }

    /// <summary>
    /// Kind of the word that labels a value: the nearest before it, with words such as "number is my" skipped.
    /// </summary>
    public static ContextKind LabelOf(ReadOnlySpan<char> text, int position)
    {
        var limit = Math.Max(0, position - 32);
        var end = position;
        while (TryWordBefore(text, limit, ref end, out var word))
        {
            Lookup.TryGetValue(word, out var kind);
            if ((kind & ContextKind.Filler) == 0)
            {
                return kind;
            }
        }

        return ContextKind.None;
    }

    /// <summary>Kind of the word nearest after a position that has any of the wanted kinds.</summary>
    /// <param name="text">Text with context.</param>
    /// <param name="position">Where the value ends.</param>
    /// <param name="window">How many characters on a word may begin.</param>
    /// <param name="wanted">Kinds to stop at.</param>
    public static ContextKind NearestAfter(ReadOnlySpan<char> text, int position, int window, ContextKind wanted)
    {
        var limit = Math.Min(text.Length, position + window);
        for (var i = position; i < limit;)
        {
            if (text[i] is Characters.Barrier or '\n')
            {
                break;
            }

            if (!Characters.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && i - start <= MaxWordLength && Characters.IsLetter(text[i]))
            {
                i++;
            }

            if (Lookup.TryGetValue(text[start..i], out var kind) && (kind & wanted) != 0)
            {
                return kind & wanted;
            }
        }

        return ContextKind.None;
    }

    /// <summary>Whether a phrase stands before a position, without regard to case.</summary>
    /// <param name="text">Text with context.</param>
    /// <param name="position">Where the value begins.</param>
    /// <param name="window">How many characters back to look.</param>
    /// <param name="phrase">The phrase as it is written.</param>
    public static bool HasPhraseBefore(ReadOnlySpan<char> text, int position, int window, string phrase)
    {
        var before = text[Math.Max(0, position - window)..position];
        var reachable = before[(before.LastIndexOf(Characters.Barrier) + 1)..];
        return reachable.Contains(phrase, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Kinds of a word; none when it says nothing.</summary>
    public static ContextKind KindOf(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var kind) ? kind : ContextKind.None;

    // Steps back to the word that ends at or before end; end becomes its start.
    private static bool TryWordBefore(ReadOnlySpan<char> text, int limit, ref int end, out ReadOnlySpan<char> word)
    {
        word = default;
        while (end > limit && !Characters.IsLetter(text[end - 1]))
        {
            if (text[end - 1] == Characters.Barrier)
            {
                return false;
            }

            end--;
        }

        if (end <= limit)
        {
            return false;
        }

        var start = end - 1;
        while (start > 0 && end - start < MaxWordLength && Characters.IsLetter(text[start - 1]) &&
               !(char.IsUpper(text[start]) && char.IsLower(text[start - 1])))
        {
            start--;
        }

        word = text[start..end];
        end = start;
        return true;
    }

    private static FrozenDictionary<string, ContextKind> ReadWords()
    {
        var words = new Dictionary<string, ContextKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, list) in ContextVocabulary.Lists)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.GetValueOrDefault(word) | kind;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
