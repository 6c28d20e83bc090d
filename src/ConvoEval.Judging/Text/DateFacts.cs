using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConvoEval.Judging.Text;

/// <summary>Dates in a text, in canonical form: yyyy-mm-dd, ????-mm-dd without year, ambiguous:yyyy-aa/bb when day and month cannot be told.</summary>
internal static partial class DateFacts
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The dates of a normalised, lower-case text with their place in it, in order of the rules, not of the text.</summary>
    public static List<TextFact> Find(string lower)
    {
        var found = new List<TextFact>();
        Collect(IsoDate(), lower, found, match => (Year(match.Groups[1]), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), Day(match.Groups[3])));
        Collect(MonthDay(), lower, found, match => (Year(match.Groups[3]), Month(match.Groups[1].Value), Day(match.Groups[2])));
        Collect(DayMonth(), lower, found, match => (Year(match.Groups[3]), Month(match.Groups[2].Value), Day(match.Groups[1])));
        foreach (Match match in SlashDate().Matches(lower))
        {
            var (a, b) = (Day(match.Groups[1]), Day(match.Groups[2]));
            var year = match.Groups[3].Value;
            var canonical = a > 12 ? Canonical(year, b, a)
                : b > 12 || a == b ? Canonical(year, a, b)
                : string.Create(CultureInfo.InvariantCulture, $"ambiguous:{year}-{a:00}/{b:00}");
            found.Add(new TextFact(canonical, match.Index, match.Index + match.Length));
        }

        return found;
    }

    private static void Collect(Regex rule, string lower, List<TextFact> found, Func<Match, (string? Year, int Month, int Day)> read)
    {
        foreach (Match match in rule.Matches(lower))
        {
            if (found.Exists(fact => fact.Start < match.Index + match.Length && match.Index < fact.End))
                continue;
            var (year, month, day) = read(match);
            if (month is >= 1 and <= 12 && day is >= 1 and <= 31)
                found.Add(new TextFact(Canonical(year ?? "????", month, day), match.Index, match.Index + match.Length));
        }
    }

    private static string Canonical(string year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}");

    private static string? Year(Group group) => group.Success ? group.Value : null;

    private static int Day(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int Month(string name)
    {
        for (var i = 0; i < Months.Length; i++)
            if (Months[i].StartsWith(name, StringComparison.Ordinal))
                return i + 1;
        return 0;
    }

    private const string Names =
        "september|february|november|december|january|october|august|march|april|june|july|may|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec";

    [GeneratedRegex(@"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(" + Names + @")\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + Names + @")\.?(?:,? (\d{4}))?\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex SlashDate();
}
