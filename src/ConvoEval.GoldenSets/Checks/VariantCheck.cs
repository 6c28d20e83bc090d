using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;
using ConvoEval.GoldenSets.Rules;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>
/// Ways of asking that are one: within an item they add nothing, between items they make the right answer a matter of luck, and across
/// the splits they let a judge be measured on what it was tuned on. O(variants) between items, squared within one.
/// </summary>
internal static class VariantCheck
{
    private const string File = GoldenFileNames.Items;

    public static void Check(GoldenSet set, GoldenCheckOptions options, FindingList findings)
    {
        var asked = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < set.Items.Count; i++)
        {
            CheckWithin(set.Items[i], i + 1, options, findings);
            foreach (var key in Texts(set.Items[i]).Select(WordsInAnyOrder).Distinct())
            {
                if (!asked.TryGetValue(key, out var others))
                    asked[key] = others = [];
                others.Add(i);
            }
        }

        foreach (var group in asked.Values.Where(group => group.Count > 1))
            CheckBetween(set, group, findings);
    }

    private static void CheckWithin(GoldenItem item, int line, GoldenCheckOptions options, FindingList findings)
    {
        var grams = Texts(item).Select(Trigrams).ToList();
        for (var i = 0; i < grams.Count; i++)
            for (var j = i + 1; j < grams.Count; j++)
                if (Similarity(grams[i], grams[j]) >= options.VariantSimilarity)
                    findings.Warning(
                        File, line, "near_duplicate_variant", item.Id, "variants that differ",
                        FormattableString.Invariant($"{Place(i)} and {Place(j)} nearly the same"));
    }

    private static void CheckBetween(GoldenSet set, List<int> group, FindingList findings)
    {
        for (var i = 1; i < group.Count; i++)
        {
            var other = group.Take(i).FirstOrDefault(j => ItemRules.Overlap(set.Items[j], set.Items[group[i]]), -1);
            if (other < 0)
                continue;
            var straddles = set.Split is { } rule
                && GoldenSplitter.OfQuestion(rule, set.Items[other].Question) != GoldenSplitter.OfQuestion(rule, set.Items[group[i]].Question);
            findings.Warning(
                File, group[i] + 1, straddles ? "variant_across_splits" : "variant_of_two_items", set.Items[group[i]].Id,
                "ways of asking that belong to one item",
                $"one that '{set.Items[other].Id}' has as well{(straddles ? ", in the other split" : "")}");
        }
    }

    private static IEnumerable<string> Texts(GoldenItem item) => item.Variants.Prepend(item.Question);

    private static string Place(int index) => index == 0 ? "the question" : FormattableString.Invariant($"variant {index}");

    private static string WordsInAnyOrder(string text) =>
        string.Join(' ', QuestionKey.OfMeaning(text).Split(' ').Order(StringComparer.Ordinal));

    private static HashSet<string> Trigrams(string text)
    {
        var key = $"  {QuestionKey.OfMeaning(text)} ";
        return [.. Enumerable.Range(0, key.Length - 2).Select(i => key.Substring(i, 3))];
    }

    /// <summary>Jaccard.</summary>
    private static double Similarity(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }
}
