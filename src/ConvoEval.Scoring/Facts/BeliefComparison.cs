using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Facts;

/// <summary>
/// User turns on which the intents of bot and classifier can be compared: both in scope, and names of one vocabulary.
/// </summary>
internal static class BeliefComparison
{
    /// <summary>Labels of user turns with content by turn index; the last label of a turn counts.</summary>
    public static Dictionary<int, TurnLabel> LabelsOf(IReadOnlyList<LabelledTurn> labels)
    {
        var byTurn = new Dictionary<int, TurnLabel>(labels.Count);
        foreach (var labelled in labels)
            byTurn[labelled.TurnIndex] = labelled.Label;
        return byTurn;
    }

    /// <summary>The two intents of a comparable user turn; null when the turn is not comparable.</summary>
    public static (string Bot, string Classifier)? Of(
        Turn turn, TurnLabel? label, IReadOnlySet<string> classifierIntents)
    {
        if (label is null || label.IsOutOfScope || turn.Belief is not { Top: [var best, ..] })
            return null;
        return classifierIntents.Contains(best.Intent) ? (best.Intent, label.Intent) : null;
    }
}
