using System;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>Words that turn a statement round, and what else a rule can hold on to.</summary>
internal static class NegationWords
{
    private static readonly string[] Negations =
        ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "unable", "except", "unless"];

    private static readonly string[] Dates =
    [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday",
    ];

    private static readonly string[] Numbers =
    [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "half", "double", "twice",
    ];

    /// <summary>Whether a lower-case word negates.</summary>
    public static bool IsOne(string word) =>
        Array.IndexOf(Negations, word) >= 0 || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Whether a text has a number, a date or a negation.</summary>
    public static bool HasCue(string text)
    {
        foreach (var c in text)
            if (char.IsDigit(c))
                return true;
        foreach (var raw in text.Split([' ', '\t', '\n', '\r', ',', '.', ';', ':', '!', '?', '(', ')', '"', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.ToLowerInvariant().Replace('’', '\'');
            if (IsOne(word) || Array.IndexOf(Dates, word) >= 0 || Array.IndexOf(Numbers, word) >= 0)
                return true;
        }

        return false;
    }
}
