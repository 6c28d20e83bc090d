using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Rules;

/// <summary>What makes golden verdicts valid, alone, together and against the items.</summary>
internal static class VerdictRules
{
    private const string File = GoldenFileNames.Verdicts;

    public static void Check(GoldenSet set, Func<int, int> lineOf, FindingList findings)
    {
        var items = new Dictionary<string, GoldenItem>(StringComparer.Ordinal);
        foreach (var item in set.Items)
            items.TryAdd(item.Id, item);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var responses = new Dictionary<(ConversationKey, int, string?, string, GoldenSampling), string>();
        var undated = 0;
        for (var i = 0; i < set.Verdicts.Count; i++)
        {
            var verdict = set.Verdicts[i];
            var line = lineOf(i);
            var before = i == 0 ? null : set.Verdicts[i - 1].Id;
            GoldenRules.CheckId(verdict.Id, before, ids.Add(verdict.Id), File, line, findings);
            CheckFields(verdict, set.Annotator, line, findings);
            CheckSampling(verdict, line, findings);
            CheckItem(verdict, items, line, findings, ref undated);
            var response = (verdict.Conversation, verdict.TurnIndex, verdict.ItemId, verdict.Annotator, verdict.Sampling);
            if (!responses.TryAdd(response, verdict.Id))
                findings.Error(
                    File, line, "duplicate_response", verdict.Id, "one verdict of an annotator on a response",
                    $"'{responses[response]}' on the same one");
        }

        if (undated > 0)
            findings.Warning(
                File, 0, "no_day", null, "the day of each response to an item with limited validity",
                string.Create(CultureInfo.InvariantCulture, $"{undated} verdicts without one, so their validity is unchecked"));
    }

    private static void CheckFields(GoldenVerdict verdict, string annotatorOfSet, int line, FindingList findings)
    {
        (string Field, string? Text)[] texts =
        [
            ("id", verdict.Id), ("version", verdict.BotVersion), ("response", verdict.Response), ("annotator", verdict.Annotator),
            ("conversation source", verdict.Conversation.Source), ("conversation id", verdict.Conversation.SourceId),
        ];
        foreach (var (field, text) in texts)
            if (string.IsNullOrWhiteSpace(text))
                findings.Error(File, line, "empty_field", verdict.Id, $"{field} not blank", "a blank string");
        if (verdict.TurnIndex < 0)
            findings.Error(File, line, "wrong_value", verdict.Id, "a turn from 0", "a negative number");
        if (annotatorOfSet == GoldenWords.Human && verdict.Annotator == GoldenWords.Authored)
            findings.Error(
                File, line, "not_human", verdict.Id, "verdicts of people, as the manifest says", "an authored one");
        if (verdict.BadKind is not { } kind)
            return;
        if (verdict.Grade != AnnotatedGrade.Bad)
            findings.Error(File, line, "kind_without_bad", verdict.Id, "a kind on bad responses alone", "it on another grade");
        else if (!((IList<string>)GoldenWords.BadKinds).Contains(kind))
            findings.Warning(
                File, line, "unknown_kind", verdict.Id, string.Join(", ", GoldenWords.BadKinds) + " or null",
                "another kind");
    }

    private static void CheckSampling(GoldenVerdict verdict, int line, FindingList findings)
    {
        var probability = verdict.DrawProbability;
        if (verdict.Sampling == GoldenSampling.Random && probability is not (> 0 and <= 1))
            findings.Error(
                File, line, "wrong_probability", verdict.Id, "a probability above 0 and up to 1 for a random draw",
                probability?.ToString("R", CultureInfo.InvariantCulture) ?? "none");
        else if (verdict.Sampling == GoldenSampling.Curated && probability is not null)
            findings.Error(
                File, line, "wrong_probability", verdict.Id, "no probability for a curated response",
                probability.Value.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void CheckItem(
        GoldenVerdict verdict, Dictionary<string, GoldenItem> items, int line, FindingList findings, ref int undated)
    {
        if (verdict.ItemId is not { } id)
        {
            if (verdict.Grade != AnnotatedGrade.NotApplicable)
                findings.Warning(
                    File, line, "grade_without_item", verdict.Id,
                    "the item that a good or bad response was held against", "none");
            return;
        }

        if (verdict.Grade == AnnotatedGrade.NotApplicable)
            findings.Warning(File, line, "item_not_applicable", verdict.Id, "no item where none applies", "one");
        if (!items.TryGetValue(id, out var item))
            findings.Error(File, line, "missing_item", verdict.Id, "the id of an item in " + GoldenFileNames.Items, $"'{id}'");
        else if (verdict.Day is not { } day)
            undated += item.ValidFrom is null && item.ValidTo is null ? 0 : 1;
        else if (!item.IsValidOn(day))
            findings.Error(
                File, line, "item_not_valid", verdict.Id, $"an item that is valid on the day of the response",
                string.Create(CultureInfo.InvariantCulture, $"'{id}', which is not valid on {day:yyyy-MM-dd}"));
    }
}
