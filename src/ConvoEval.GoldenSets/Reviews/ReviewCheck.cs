using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>Checks filled lines, one after the other, against their draw and the golden set. Not thread-safe.</summary>
internal sealed class ReviewCheck
{
    /// <summary>A spreadsheet may write the last digit of a probability otherwise.</summary>
    private const double ProbabilityTolerance = 1e-6;

    private readonly Dictionary<string, ReviewLine> _drawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoldenItem> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _verdicts = new(StringComparer.Ordinal);
    private readonly HashSet<(ConversationKey, int)> _reviewed = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly string? _annotator;
    private readonly FindingList _findings;

    public ReviewCheck(
        GoldenSet set, IReadOnlyList<ReviewLine> drawn, string file, string? annotator, FindingList findings)
    {
        foreach (var line in drawn)
            if (!_drawn.TryAdd(line.Id, line))
                throw new ArgumentException($"Expected each drawn response once, found '{line.Id}' twice.", nameof(drawn));
        foreach (var item in set.Items)
            _items[item.Id] = item;
        foreach (var verdict in set.Verdicts)
        {
            _verdicts.Add(verdict.Id);
            if (verdict.Sampling == GoldenSampling.Random)
                _reviewed.Add((verdict.Conversation, verdict.TurnIndex));
        }

        (_file, _annotator, _findings) = (file, annotator, findings);
    }

    /// <summary>The verdict of a line; null when it was not reviewed or, with findings, is wrong.</summary>
    public GoldenVerdict? Verdict(int number, ReviewLine filled)
    {
        if (!_drawn.TryGetValue(filled.Id, out var drawn))
        {
            Error(number, "unknown_id", filled.Id, "an id of the draw", "one that was not drawn");
            return null;
        }

        if (!_seen.Add(filled.Id))
        {
            Error(number, "duplicate_id", filled.Id, "each drawn response once", "it again");
            return null;
        }

        var isUnchanged = IsUnchanged(number, filled, drawn);
        if (filled.Grade is not { } grade || !isUnchanged)
            return null;
        var annotator = filled.Annotator ?? _annotator;
        if (string.IsNullOrWhiteSpace(annotator))
        {
            Error(number, "no_annotator", filled.Id, "who annotated, in the sheet or for all of it", "nobody");
            return null;
        }

        if (_verdicts.Contains(filled.Id) || _reviewed.Contains((drawn.Conversation, drawn.TurnIndex)))
        {
            Error(number, "already_reviewed", filled.Id, "a response that the set has no random verdict on", "one on it");
            return null;
        }

        return FitsItem(number, filled, drawn.Day, grade) && FitsKind(number, filled, grade)
            ? new GoldenVerdict
            {
                Id = drawn.Id,
                Conversation = drawn.Conversation,
                TurnIndex = drawn.TurnIndex,
                BotVersion = drawn.BotVersion,
                Day = drawn.Day,
                ItemId = grade == AnnotatedGrade.NotApplicable ? null : filled.ItemId,
                Question = drawn.Question,
                Response = drawn.Response,
                Context = drawn.Context,
                Grade = grade,
                BadKind = filled.BadKind,
                Reason = filled.Reason,
                Annotator = annotator.Trim(),
                Sampling = GoldenSampling.Random,
                DrawProbability = drawn.Probability,
            }
            : null;
    }

    private bool IsUnchanged(int number, ReviewLine filled, ReviewLine drawn)
    {
        var isUnchanged = true;
        Same("probability", Math.Abs(filled.Probability - drawn.Probability) <= ProbabilityTolerance * drawn.Probability);
        Same("conversation", filled.Conversation == drawn.Conversation);
        Same("turn", filled.TurnIndex == drawn.TurnIndex);
        Same("version", filled.BotVersion == drawn.BotVersion);
        Same("day", filled.Day is null || filled.Day == drawn.Day);
        Same("question", Plain(filled.Question) == Plain(drawn.Question));
        Same("context", Plain(filled.Context) == Plain(drawn.Context));
        Same("response", Plain(filled.Response) == Plain(drawn.Response));
        return isUnchanged;

        void Same(string field, bool isSame)
        {
            if (isSame)
                return;
            isUnchanged = false;
            Error(number, "changed_" + field, filled.Id, $"the {field} as drawn", "another one");
        }
    }

    /// <summary>Spreadsheets change line ends and drop blanks at the end of a cell; nothing else is forgiven.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    private bool FitsItem(int number, ReviewLine filled, DateOnly? day, AnnotatedGrade grade)
    {
        if (grade == AnnotatedGrade.NotApplicable)
            return true;
        if (filled.ItemId is not { } id)
        {
            _findings.Warning(
                _file, number, "grade_without_item", filled.Id,
                "the golden item that a good or bad response was held against", "none");
            return true;
        }

        if (!_items.TryGetValue(id, out var item))
        {
            Error(number, "missing_item", filled.Id, "the id of a golden item", id.Length <= 60 ? $"'{id}'" : "a longer text");
            return false;
        }

        if (day is not { } known || item.IsValidOn(known))
            return true;
        Error(
            number, "item_not_valid", filled.Id, "an item that is valid on the day of the response",
            string.Create(CultureInfo.InvariantCulture, $"'{id}', which is not valid on {known:yyyy-MM-dd}"));
        return false;
    }

    private bool FitsKind(int number, ReviewLine filled, AnnotatedGrade grade)
    {
        if (filled.BadKind is not { } kind)
            return true;
        if (grade != AnnotatedGrade.Bad)
            Error(number, "kind_without_bad", filled.Id, "a kind on bad responses alone", "it on another grade");
        else if (!((IList<string>)GoldenWords.BadKinds).Contains(kind))
            Error(number, "unknown_kind", filled.Id, string.Join(", ", GoldenWords.BadKinds) + " or nothing", "another kind");
        else
            return true;
        return false;
    }

    private void Error(int number, string code, string id, string expected, string found) =>
        _findings.Error(_file, number, code, id.Length <= 60 ? id : null, expected, found);
}
