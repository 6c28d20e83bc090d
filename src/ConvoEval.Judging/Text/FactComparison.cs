using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>
/// Numbers, dates and addresses of an answer against those of a reference. What the context holds (the user's words, tool results) is no foreign number.
/// All lists are sorted ordinally.
/// </summary>
internal sealed record FactComparison
{
    public required IReadOnlyList<string> MissingNumbers { get; init; }

    public required IReadOnlyList<string> ExtraNumbers { get; init; }

    public required IReadOnlyList<string> MissingDates { get; init; }

    public required IReadOnlyList<string> ExtraDates { get; init; }

    public required IReadOnlyList<string> MissingUrls { get; init; }

    public required IReadOnlyList<string> ExtraUrls { get; init; }

    public bool IsMismatch => MissingNumbers.Count + ExtraNumbers.Count + MissingDates.Count + ExtraDates.Count + MissingUrls.Count + ExtraUrls.Count > 0;

    public static FactComparison Of(string answer, string reference, string context)
    {
        var (given, wanted) = (Numbers(answer), Numbers(reference));
        var known = Numbers(context).ToHashSet(StringComparer.Ordinal);
        return new FactComparison
        {
            MissingNumbers = Minus(wanted, given),
            ExtraNumbers = [.. Minus(given, wanted).Where(number => !known.Contains(number))],
            MissingDates = Minus(Dates(reference), Dates(answer)),
            ExtraDates = Minus(Dates(answer), Dates(reference)),
            MissingUrls = Minus(Urls(reference), Urls(answer)),
            ExtraUrls = Minus(Urls(answer), Urls(reference)),
        };
    }

    /// <summary>Canonical numbers, repeated ones as often as they occur.</summary>
    public static IReadOnlyList<string> Numbers(string text) =>
        [.. NumberFacts.Find(Words.Normalize(text)).Select(fact => fact.Canonical).Order(StringComparer.Ordinal)];

    /// <summary>Canonical dates, each once.</summary>
    public static IReadOnlyList<string> Dates(string text) =>
        [.. DateFacts.Find(Words.Normalize(text).ToLowerInvariant()).Select(fact => fact.Canonical).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Canonical addresses, each once.</summary>
    public static IReadOnlyList<string> Urls(string text) =>
        [.. UrlFacts.Find(Words.Normalize(text), out _).Select(fact => fact.Canonical).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Multiset difference of sorted lists.</summary>
    private static List<string> Minus(IReadOnlyList<string> from, IReadOnlyList<string> what)
    {
        var left = what.GroupBy(fact => fact, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var rest = new List<string>();
        foreach (var fact in from)
        {
            if (left.TryGetValue(fact, out var count) && count > 0)
                left[fact] = count - 1;
            else
                rest.Add(fact);
        }

        return rest;
    }
}
