using System;
using System.Collections.Generic;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage;

/// <summary>
/// What every store asks of a record before it opens a transaction. The messages name the conversation and the member,
/// and never quote a text.
/// </summary>
internal static class RecordRules
{
    /// <summary>Checks a batch.</summary>
    /// <exception cref="ArgumentException">A record contradicts itself or holds a number that is none.</exception>
    public static void Check(BatchRecord batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Number, nameof(batch));
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Duplicates, nameof(batch));
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Reopened, nameof(batch));
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Conflicts, nameof(batch));
        foreach (var record in batch.Conversations)
        {
            Check(record);
        }
    }

    /// <summary>Checks verdicts with the facts that follow from them.</summary>
    /// <param name="name">Names the conversation in messages.</param>
    /// <param name="verdicts">The verdicts.</param>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentException">A record holds a number that is none.</exception>
    public static void Check(string name, IReadOnlyList<Verdict> verdicts, ConversationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var verdict in verdicts)
        {
            // Written so that NaN fails.
            if (verdict.SelectionProbability is not (> 0 and <= 1))
            {
                throw Broken(name, $"SelectionProbability is {verdict.SelectionProbability}, expected above 0 to 1");
            }

            if (verdict is Verdict.Graded { Probability: not (null or (>= 0 and <= 1)) } graded)
            {
                throw Broken(name, $"Probability is {graded.Probability}, expected 0 to 1 or null");
            }
        }

        RequireFinite(name, nameof(facts.FirstResponseSeconds), facts.FirstResponseSeconds);
        RequireFinite(name, nameof(facts.HandlingSeconds), facts.HandlingSeconds);
        RequireFinite(name, nameof(facts.CostUsd), facts.CostUsd);
    }

    private static void Check(ConversationRecord record)
    {
        var conversation = record.Conversation;
        var name = conversation.Key.ToString();
        if (string.IsNullOrEmpty(conversation.Key.Source) || string.IsNullOrEmpty(conversation.Key.SourceId))
        {
            throw Broken(name, $"its key has an empty part");
        }

        if (conversation.Revision < 1)
        {
            throw Broken(name, $"its revision is {conversation.Revision}, the first is 1");
        }

        if (record.Facts.Key != conversation.Key || record.Facts.Revision != conversation.Revision)
        {
            throw Broken(
                name,
                $"it has revision {conversation.Revision}, its facts {record.Facts.Key} revision {record.Facts.Revision}");
        }

        if (record.SourceLine < 0 || record.TurnCount < 0 || record.MaskedSpans < 0)
        {
            throw Broken(name, $"SourceLine, TurnCount or MaskedSpans is negative");
        }

        CheckLabels(name, record);
        Check(name, record.Verdicts, record.Facts);
    }

    private static void CheckLabels(string name, ConversationRecord record)
    {
        if (record.Labels.Count == 0)
        {
            return;
        }

        if (record.LabelModel is null)
        {
            throw Broken(name, $"it has labels and no model that gave them");
        }

        var turns = new HashSet<int>(record.Labels.Count);
        foreach (var (turn, label) in record.Labels)
        {
            if (turn < 0 || !turns.Add(turn))
            {
                throw Broken(name, $"turn {turn} is no turn or has two labels");
            }

            RequireFinite(name, nameof(label.Confidence), label.Confidence);
            RequireFinite(name, nameof(label.OutOfScope), label.OutOfScope);
            foreach (var candidate in label.Candidates)
            {
                RequireFinite(name, "the confidence of a candidate", candidate.Confidence);
            }
        }
    }

    private static void RequireFinite(string name, string member, double? value)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw Broken(name, $"{member} is {number}, expected a number or null");
        }
    }

    private static ArgumentException Broken(string name, FormattableString problem) =>
        new($"Conversation {name} cannot be stored: {FormattableString.Invariant(problem)}.");
}
