using System;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>Whether items agree with themselves, are still valid, and were judged.</summary>
internal static class ItemCheck
{
    private const string File = GoldenFileNames.Items;

    public static void Check(GoldenSet set, GoldenCheckOptions options, FindingList findings)
    {
        var judged = set.Verdicts.Select(verdict => verdict.ItemId).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < set.Items.Count; i++)
        {
            var item = set.Items[i];
            var line = i + 1;
            if (!judged.Contains(item.Id))
                findings.Note(File, line, "item_without_verdict", item.Id, "a verdict on a response to it", "none");
            if (item.ValidTo is { } to && to < options.Today)
                findings.Note(
                    File, line, "expired", item.Id, $"an answer that holds on {Day(options.Today)}",
                    $"one that held until {Day(to)}");
            if (item.ValidFrom is { } from && from > options.Today)
                findings.Note(
                    File, line, "not_yet_valid", item.Id, $"an answer that holds on {Day(options.Today)}",
                    $"one that holds from {Day(from)}");
            CheckStatements(item, line, options, findings);
        }
    }

    private static void CheckStatements(GoldenItem item, int line, GoldenCheckOptions options, FindingList findings)
    {
        var answers = item.Answers.Select(answer => new AnswerWords(answer)).ToList();
        foreach (var fact in item.Required)
        {
            var words = new AnswerWords(fact.Text);
            if (answers.Count > 0 && !answers.Any(answer => answer.HasNumbersOf(words)))
                findings.Warning(
                    File, line, "number_not_in_answer", item.Id,
                    $"the numbers of required fact '{fact.Id}' in an approved answer", "none with all of them");
            else if (!answers.Any(answer => answer.HasNumbersOf(words) && answer.Coverage(words) >= options.FactCoverage))
                findings.Note(
                    File, line, "fact_not_in_answer", item.Id, $"required fact '{fact.Id}' in an approved answer",
                    "few of its words in any");
        }

        foreach (var forbidden in item.Forbidden)
            if (answers.Any(answer => answer.Says(new AnswerWords(forbidden.Text))))
                findings.Warning(
                    File, line, "answer_says_forbidden", item.Id,
                    $"no approved answer that says forbidden statement '{forbidden.Id}'", "one that does");
        foreach (var both in item.Required.Where(fact => item.Forbidden.Any(forbidden => new AnswerWords(forbidden.Text).IsSameAs(new AnswerWords(fact.Text)))))
            findings.Warning(File, line, "required_and_forbidden", item.Id, "a statement that is required or forbidden", $"'{both.Id}' as both");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
