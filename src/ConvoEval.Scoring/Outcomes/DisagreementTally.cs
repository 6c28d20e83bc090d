using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Scoring.Outcomes;

/// <summary>
/// Counts where classifier and bot understand the same user turn differently. Conversations stream through; the state
/// is one count per pair of intents. Not safe for several writers.
/// </summary>
public sealed class DisagreementTally
{
    private readonly IReadOnlySet<string> _classifierIntents;
    private readonly Dictionary<(string Version, string Bot, string Classifier), long> _turns = [];

    /// <summary>Makes a tally; only beliefs within these intents are comparable.</summary>
    public DisagreementTally(IReadOnlySet<string> classifierIntents)
    {
        ArgumentNullException.ThrowIfNull(classifierIntents);
        _classifierIntents = classifierIntents;
    }

    /// <summary>Adds a conversation with the labels of its user turns; one that does not count is left out.</summary>
    public void Add(Conversation conversation, IReadOnlyList<LabelledTurn> labels)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0 || Eligibility.ExcludedBecause(conversation) is not null)
            return;
        var byTurn = BeliefComparison.LabelsOf(labels);
        foreach (var turn in conversation.Turns)
        {
            if (!TurnView.IsUserWithContent(turn)
                || BeliefComparison.Of(turn, byTurn.GetValueOrDefault(turn.Index), _classifierIntents) is not { } both
                || both.Bot == both.Classifier)
                continue;
            var pair = (conversation.BotVersion ?? "", both.Bot, both.Classifier);
            CollectionsMarshal.GetValueRefOrAddDefault(_turns, pair, out _)++;
        }
    }

    /// <summary>
    /// The most frequent disagreements, by turns, then version and names; at most <paramref name="most"/> per version.
    /// </summary>
    public IReadOnlyList<BeliefLine> Lines(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return _turns
            .GroupBy(pair => pair.Key.Version, StringComparer.Ordinal)
            .SelectMany(version => Ordered(version).Take(most))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Version, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Bot, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Classifier, StringComparer.Ordinal)
            .Select(pair => new BeliefLine(
                pair.Key.Version.Length == 0 ? null : pair.Key.Version, pair.Key.Bot, pair.Key.Classifier, pair.Value))
            .ToList();
    }

    private static IEnumerable<KeyValuePair<(string Version, string Bot, string Classifier), long>> Ordered(
        IEnumerable<KeyValuePair<(string Version, string Bot, string Classifier), long>> pairs) =>
        pairs.OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Bot, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Classifier, StringComparer.Ordinal);
}
