using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Rules;

/// <summary>What makes golden items valid, alone and together.</summary>
internal static class ItemRules
{
    private const string File = GoldenFileNames.Items;

    public static void Check(IReadOnlyList<GoldenItem> items, Func<int, int> lineOf, FindingList findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            GoldenRules.CheckId(items[i].Id, i == 0 ? null : items[i - 1].Id, ids.Add(items[i].Id), File, lineOf(i), findings);
            CheckTexts(items[i], lineOf(i), findings);
            CheckStatements(items[i], lineOf(i), findings);
            if (items[i] is { ValidFrom: { } from, ValidTo: { } to } && from > to)
                findings.Error(
                    File, lineOf(i), "empty_validity", items[i].Id, "validTo on or after validFrom",
                    $"{Day(from)} to {Day(to)}");
        }

        if (items.Count == 0)
            findings.Error(File, 0, "no_items", null, "one item at least", "none");
        CheckOverlaps(items, lineOf, findings);
    }

    /// <summary>Whether two items hold on a common day.</summary>
    public static bool Overlap(GoldenItem one, GoldenItem other) =>
        (one.ValidFrom ?? DateOnly.MinValue) <= (other.ValidTo ?? DateOnly.MaxValue)
        && (other.ValidFrom ?? DateOnly.MinValue) <= (one.ValidTo ?? DateOnly.MaxValue);

    private static void CheckTexts(GoldenItem item, int line, FindingList findings)
    {
        IEnumerable<(string Field, string Text)> texts =
        [
            ("id", item.Id), ("intent", item.Intent), ("question", item.Question),
            .. item.Answers.Select(text => ("answers", text)),
            .. item.Variants.Select(text => ("variants", text)),
            .. item.Required.Concat(item.Forbidden).SelectMany(
                statement => new[] { ("statement id", statement.Id), ("statement text", statement.Text) }),
        ];
        foreach (var (field, text) in texts.Where(entry => string.IsNullOrWhiteSpace(entry.Text)).Distinct())
            findings.Error(File, line, "empty_field", item.Id, $"{field} not blank", "a blank string");
        if (item.Answers.Count == 0)
            findings.Error(File, line, "no_answers", item.Id, "one approved answer at least", "none");
    }

    private static void CheckStatements(GoldenItem item, int line, FindingList findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in item.Required.Concat(item.Forbidden).Where(statement => !ids.Add(statement.Id)))
            findings.Error(
                File, line, "duplicate_statement_id", item.Id, "statement ids of their own", $"'{statement.Id}' twice");
        foreach (var statement in item.Required.Where(statement => statement.IsCritical))
            findings.Error(
                File, line, "critical_required", item.Id, "critical on forbidden statements alone",
                $"it on required '{statement.Id}'");
    }

    private static void CheckOverlaps(IReadOnlyList<GoldenItem> items, Func<int, int> lineOf, FindingList findings)
    {
        var questions = Enumerable.Range(0, items.Count)
            .Where(i => !string.IsNullOrWhiteSpace(items[i].Question))
            .GroupBy(i => QuestionKey.OfMeaning(items[i].Question), StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any());
        foreach (var siblings in questions)
        {
            // In order of their first day, an item that overlaps any earlier one overlaps the one that ends last.
            var last = -1;
            foreach (var i in siblings.OrderBy(i => items[i].ValidFrom ?? DateOnly.MinValue).ThenBy(i => i))
            {
                if (last >= 0 && Overlap(items[last], items[i]))
                    findings.Error(
                        File, lineOf(i), "overlapping_validity", items[i].Id,
                        "one valid answer a day for the same question", $"'{items[last].Id}' valid on the same days");
                if (last < 0 || (items[i].ValidTo ?? DateOnly.MaxValue) > (items[last].ValidTo ?? DateOnly.MaxValue))
                    last = i;
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
