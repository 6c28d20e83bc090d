using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ConvoEval.Judging.Text;

/// <summary>
/// Numbers in a text, in canonical form value|unit: amounts with their currency, percentages, durations; number words zero to twenty, tens and hundred as
/// digits. Dates and web addresses are left out: they are facts of their own kind.
/// </summary>
internal static partial class NumberFacts
{
    private static readonly Dictionary<string, int> NumberWords = BuildWords();

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = "USD", ["usd"] = "USD", ["dollars"] = "USD", ["dollar"] = "USD", ["us$"] = "USD",
        ["€"] = "EUR", ["eur"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR",
        ["£"] = "GBP", ["gbp"] = "GBP", ["pounds"] = "GBP",
    };

    /// <summary>The numbers of a normalised text in order of the text, with places in <em>that</em> text where no number word stands before.</summary>
    public static List<TextFact> Find(string normalized)
    {
        var lower = Mask(normalized);
        var found = new List<TextFact>();
        var (spelled, places) = SpellOut(lower);
        foreach (Match match in Number().Matches(spelled))
        {
            var start = places[match.Index];
            var end = places[match.Index + match.Length - 1] + 1;
            found.Add(new TextFact(Canonical(match), start, end));
        }

        return found;
    }

    private static string Mask(string normalized)
    {
        var lower = normalized.ToLowerInvariant();
        var spans = DateFacts.Find(lower).Select(fact => (fact.Start, fact.End)).ToList();
        UrlFacts.Find(normalized, out var urls);
        spans.AddRange(urls);
        if (spans.Count == 0)
            return lower;
        var letters = lower.ToCharArray();
        foreach (var (start, end) in spans)
            letters.AsSpan(start, end - start).Fill(' ');
        return new string(letters);
    }

    /// <summary>Number words become digits; the array tells where each letter of the new text stood in the old one.</summary>
    private static (string Text, int[] Places) SpellOut(string lower)
    {
        var text = new StringBuilder(lower.Length);
        var places = new List<int>(lower.Length);
        var from = 0;
        foreach (Match match in NumberWord().Matches(lower))
        {
            for (; from < match.Index; from++)
            {
                text.Append(lower[from]);
                places.Add(from);
            }

            foreach (var digit in NumberWords[match.Value].ToString(CultureInfo.InvariantCulture))
            {
                text.Append(digit);
                places.Add(match.Index);
            }

            // The last digit stands for the end of the word, so that quotes cover it whole.
            places[^1] = match.Index + match.Length - 1;
            from = match.Index + match.Length;
        }

        for (; from < lower.Length; from++)
        {
            text.Append(lower[from]);
            places.Add(from);
        }

        return (text.ToString(), [.. places]);
    }

    private static string Canonical(Match match)
    {
        var value = decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : match.Groups["n"].Value;
        var unit = match.Groups["u"].Value;
        var before = match.Groups["c1"].Value;
        if (Currencies.TryGetValue(before, out var currency) || Currencies.TryGetValue(unit, out currency))
            unit = currency;
        else if (unit is "%" or "percent")
            unit = "%";
        else if (unit.EndsWith('s'))
            unit = unit[..^1];
        return unit.Length > 0 ? $"{value}|{unit}" : value;
    }

    private static Dictionary<string, int> BuildWords()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var small = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
            .Split(' ');
        for (var i = 0; i < small.Length; i++)
            words[small[i]] = i;
        var tens = "thirty forty fifty sixty seventy eighty ninety hundred".Split(' ');
        for (var i = 0; i < tens.Length; i++)
            words[tens[i]] = 30 + (10 * i);
        return words;
    }

    [GeneratedRegex(
        @"\b(?:seventeen|thirteen|fourteen|eighteen|nineteen|fifteen|sixteen|seventy|hundred|eleven|twelve|twenty|thirty|eighty|ninety|three|seven|eight|forty|fifty|sixty|zero|four|five|nine|one|two|six|ten)(?=\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberWord();

    [GeneratedRegex(
        @"(?<c1>us\$|[$€£])?\s?(?<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<u>%|percent\b|usd\b|dollars?\b|eur\b|euros?\b|gbp\b|pounds?\b|[$€£]|(?:business )?days?\b|hours?\b|minutes?\b|months?\b|years?\b|weeks?\b)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
