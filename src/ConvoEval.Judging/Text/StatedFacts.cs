using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConvoEval.Judging.Text;

/// <summary>
/// All checkable facts of a text, with units made comparable: two weeks are 14 days, 24 hours 1 day, 8 pm is 20:00, "EUR 6", "€6" and "six euro" are one amount; in
/// "5 to 7 working days" both numbers carry the unit. Richer than <see cref="NumberFacts"/>. Linear in the text.
/// </summary>
internal static partial class StatedFacts
{
    private static readonly (string Word, string Unit, int Factor)[] Units =
    [
        ("minute", "minute", 1), ("min", "minute", 1), ("hour", "minute", 60), ("hr", "minute", 60),
        ("day", "day", 1), ("week", "day", 7), ("fortnight", "day", 14), ("month", "month", 1), ("year", "month", 12), ("yr", "month", 12),
    ];

    /// <summary>The facts of a normalised text (<see cref="Words.Normalize"/>), by kind, then place.</summary>
    public static List<StatedFact> Find(string normalized)
    {
        var lower = normalized.ToLowerInvariant();
        var facts = new List<StatedFact>();
        // A letter whose lower case has another length would move all places; such texts are read as they are.
        if (lower.Length != normalized.Length)
            lower = normalized;
        var left = lower.ToCharArray();
        if (lower.Contains('@', StringComparison.Ordinal))
            Take(EmailAddress(), lower, left, facts, match => new StatedFact(FactKind.Email, match.Value.TrimEnd('.'), 0, match.Index, match.Index + match.Length));
        if (lower.Contains('.', StringComparison.Ordinal))
            TakeUrls(normalized, left, facts);
        if (lower.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            Take(PhoneNumber(), new string(left), left, facts, PhoneOf);
            TakeDates(left, facts);
            Take(TimeOfDay(), new string(left), left, facts, TimeOf);
        }

        TakeNumbers(left, facts);
        return facts;
    }

    private static void Take(Regex rule, string text, char[] left, List<StatedFact> facts, Func<Match, StatedFact?> read)
    {
        foreach (Match match in rule.Matches(text))
        {
            if (read(match) is not { } fact)
                continue;
            facts.Add(fact);
            left.AsSpan(fact.Start, fact.End - fact.Start).Fill(' ');
        }
    }

    private static void TakeUrls(string normalized, char[] left, List<StatedFact> facts)
    {
        var urls = UrlFacts.Find(normalized, out var masked);
        foreach (var url in urls)
            if (left[url.Start] != ' ')
                facts.Add(new StatedFact(FactKind.Url, url.Canonical.ToLowerInvariant(), 0, url.Start, url.End));
        foreach (var (start, end) in masked)
            left.AsSpan(start, end - start).Fill(' ');
    }

    private static void TakeDates(char[] left, List<StatedFact> facts)
    {
        foreach (var date in DateFacts.Find(new string(left)))
        {
            facts.Add(new StatedFact(FactKind.Date, date.Canonical, 0, date.Start, date.End));
            left.AsSpan(date.Start, date.End - date.Start).Fill(' ');
        }
    }

    private static StatedFact? PhoneOf(Match match)
    {
        const int MinimumDigits = 8;
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return digits.Length >= MinimumDigits ? new StatedFact(FactKind.Phone, digits, 0, match.Index, match.Index + match.Length) : null;
    }

    private static StatedFact? TimeOf(Match match)
    {
        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (hour > 24 || minute > 59)
            return null;
        if (half.StartsWith('p') && hour < 12)
            hour += 12;
        else if (half.StartsWith('a') && hour == 12)
            hour = 0;
        return new StatedFact(FactKind.Time, "", (hour * 60) + minute, match.Index, match.Index + match.Length);
    }

    private static void TakeNumbers(char[] left, List<StatedFact> facts)
    {
        var first = facts.Count;
        ReadOnlySpan<char> text = left;
        for (var i = 0; i < text.Length;)
        {
            var isWordStart = i == 0 || !char.IsLetterOrDigit(text[i - 1]);
            if (!isWordStart || !char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = NumberEnd(text, i, out var value);
            if (end == i)
            {
                i++;
                continue;
            }

            var fact = WithUnit(text, value, i, end, facts.Count > first ? facts[^1].End : 0);
            facts.Add(fact);
            i = fact.End;
        }

        SpreadUnits(left, facts, first);
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start, out decimal value)
    {
        if (!char.IsAsciiDigit(text[start]))
        {
            var wordEnd = SpelledNumbers.Read(text, start, out value);
            return wordEnd;
        }

        const int LongestNumber = 20;
        var end = start;
        while (end < text.Length && end - start < LongestNumber
            && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        if (!decimal.TryParse(text[start..end], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return start;
        if (end < text.Length && text[end] == 'k' && (end + 1 == text.Length || !char.IsLetter(text[end + 1])))
            (value, end) = (value * 1000, end + 1);
        return end;
    }

    private static StatedFact WithUnit(ReadOnlySpan<char> text, decimal value, int start, int end, int free)
    {
        // In "500 EUR 12" the currency is that of the 500: facts never overlap.
        var (currency, from) = CurrencyBefore(text, start);
        if (currency.Length > 0 && from >= free)
            return new StatedFact(FactKind.Amount, currency, value, from, end);
        var at = end;
        while (at < text.Length && at - end < 1 && text[at] is ' ' or '-')
            at++;
        if (at >= text.Length)
            return new StatedFact(FactKind.Number, "", value, start, end);
        if (text[at] == '%')
            return new StatedFact(FactKind.Percent, "", value, start, at + 1);
        var (word, wordEnd) = Word(text, at);
        if (word is "percent" or "pc" || (word is "per" && text[wordEnd..].StartsWith(" cent")))
            return new StatedFact(FactKind.Percent, "", value, start, wordEnd);
        if (Currency(text[at..wordEnd]) is { Length: > 0 } behind)
            return new StatedFact(FactKind.Amount, behind, value, start, wordEnd);
        if (text[at] is '€' or '$' or '£')
            return new StatedFact(FactKind.Amount, Currency(text.Slice(at, 1)), value, start, at + 1);
        if (word is "grand")
            return new StatedFact(FactKind.Number, "", value * 1000, start, wordEnd);
        var isWorking = word is "working" or "business";
        if (isWorking && wordEnd < text.Length && text[wordEnd] == ' ')
            (word, wordEnd) = Word(text, wordEnd + 1);
        foreach (var (name, unit, factor) in Units)
            if (word == name || (word.Length == name.Length + 1 && word[^1] == 's' && word.StartsWith(name, StringComparison.Ordinal)))
                return Duration(value * factor, isWorking && unit == "day" ? "bday" : unit, start, wordEnd);
        return new StatedFact(FactKind.Number, "", value, start, end);
    }

    // Whole days are days, however they were counted; 12-hour waits stay in minutes.
    private static StatedFact Duration(decimal value, string unit, int start, int end)
    {
        const int MinutesOfDay = 24 * 60;
        return unit == "minute" && value >= MinutesOfDay && value % MinutesOfDay == 0
            ? new StatedFact(FactKind.Duration, "day", value / MinutesOfDay, start, end)
            : new StatedFact(FactKind.Duration, unit, value, start, end);
    }

    // "5 to 7 working days", "EUR 1,000 to 100,000", "between 5 and 10 days": a bare number takes the unit of its partner.
    private static void SpreadUnits(char[] left, List<StatedFact> facts, int first)
    {
        for (var i = first; i + 1 < facts.Count; i++)
        {
            var (a, b) = (facts[i], facts[i + 1]);
            if (!IsRange(left.AsSpan(a.End, b.Start - a.End)))
                continue;
            if (a.Kind == FactKind.Number && b.Kind is FactKind.Duration or FactKind.Percent or FactKind.Amount)
                facts[i] = b with { Value = b.Unit == "day" && IsWeeks(left, b) ? a.Value * 7 : a.Value, Start = a.Start, End = a.End };
            else if (b.Kind == FactKind.Number && a.Kind == FactKind.Amount)
                facts[i + 1] = a with { Value = b.Value, Start = b.Start, End = b.End };
        }
    }

    private static bool IsWeeks(char[] left, StatedFact fact) =>
        left.AsSpan(fact.Start, fact.End - fact.Start).Contains("week", StringComparison.Ordinal);

    private static bool IsRange(ReadOnlySpan<char> between) => between.Trim() is "to" or "-" or "and" or "or" or "up to";

    private static (string Currency, int Start) CurrencyBefore(ReadOnlySpan<char> text, int start)
    {
        var at = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        if (at == 0)
            return ("", start);
        if (text[at - 1] is '€' or '$' or '£')
            return (Currency(text.Slice(at - 1, 1)), at - 1);
        const int CodeLength = 3;
        if (at < CodeLength || (at > CodeLength && char.IsLetterOrDigit(text[at - CodeLength - 1])))
            return ("", start);
        var code = text.Slice(at - CodeLength, CodeLength);
        return code is "eur" or "usd" or "gbp" ? (Currency(code), at - CodeLength) : ("", start);
    }

    private static (string Word, int End) Word(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
            end++;
        return (text[start..end].ToString(), end);
    }

    private static string Currency(ReadOnlySpan<char> word) => word switch
    {
        "€" or "eur" or "euro" or "euros" => "EUR",
        "$" or "usd" or "dollar" or "dollars" => "USD",
        "£" or "gbp" or "pounds" => "GBP",
        "cent" or "cents" => "cent",
        _ => "",
    };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<![\w.,+])(?:\+\d{1,3}[ -]?)?(?:\(?\d{1,4}\)?[ -]){1,4}\d{3,4}(?!\w)|(?<![\w.,])\+?\d{9,13}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"(?<![\d.:])(?<h>\d{1,2})(?:(?:[:.](?<m>\d{2}))?\s?(?<half>[ap]\.?m\b\.?)|:(?<m>\d{2})(?![\d:]))", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}
