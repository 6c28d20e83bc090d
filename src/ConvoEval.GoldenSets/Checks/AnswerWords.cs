using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>
/// A text as lower-case words and numbers, for rough comparison only: "EUR 3.50" gives eur and 3.50, number words from two to twelve
/// give digits ("one" is seldom a number). O(length).
/// </summary>
internal sealed class AnswerWords
{
    private static readonly FrozenSet<string> Fillers = new[]
    {
        "a", "an", "the", "is", "are", "be", "it", "its", "of", "to", "in", "on", "at", "for", "and", "or", "by", "with", "you", "your",
        "we", "our", "this", "that", "can", "may", "has", "have", "from", "as", "do", "does", "there",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>
    {
        ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9",
        ["ten"] = "10", ["eleven"] = "11", ["twelve"] = "12",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<string> _words;
    private readonly HashSet<string> _set;

    public AnswerWords(string text)
    {
        _words = Split(text);
        _set = new HashSet<string>(_words, StringComparer.Ordinal);
    }

    /// <summary>Whether all numbers of another text stand here as well.</summary>
    public bool HasNumbersOf(AnswerWords other) => other._set.Where(IsNumber).All(_set.Contains);

    /// <summary>Share of the telling words of another text that stand here; 1 when it has none. Beginnings count, so that close finds closing.</summary>
    public double Coverage(AnswerWords other)
    {
        var telling = other._set.Where(word => !Fillers.Contains(word)).ToList();
        return telling.Count == 0 ? 1 : (double)telling.Count(Has) / telling.Count;
    }

    /// <summary>Whether another text stands here word for word, and no negation before it.</summary>
    public bool Says(AnswerWords other)
    {
        for (var start = 0; other._words.Count > 0 && start + other._words.Count <= _words.Count; start++)
            if (other._words.SequenceEqual(_words.Skip(start).Take(other._words.Count)) && !(start > 0 && NegationWords.IsOne(_words[start - 1])))
                return true;
        return false;
    }

    /// <summary>Whether both say the same words in the same order.</summary>
    public bool IsSameAs(AnswerWords other) => _words.SequenceEqual(other._words);

    private bool Has(string word) => _set.Contains(word) || (word.Length >= 4 && _set.Any(
        own => own.Length >= 4 && own.AsSpan(0, 4).SequenceEqual(word.AsSpan(0, 4))));

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? char.ToLowerInvariant(text[i]) : ' ';
            // A point or comma inside a number, and an apostrophe inside a word, belong to it.
            var isInside = word.Length > 0 && i + 1 < text.Length
                && (c is '.' or ',' ? char.IsAsciiDigit(word[^1]) && char.IsAsciiDigit(text[i + 1]) : c is '\'' or '’' && char.IsLetter(text[i + 1]));
            if (char.IsLetterOrDigit(c) || isInside)
            {
                word.Append(c == '’' ? '\'' : c);
                continue;
            }

            if (word.Length > 0)
                words.Add(Numbers.GetValueOrDefault(word.ToString(), word.ToString().Replace(",", "", StringComparison.Ordinal)));
            word.Clear();
        }

        return words;
    }
}
