using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// Which wishes a conversation holds. Goals that one intent opens are alternatives of one wish (docs/decisions/0003); goals without intents are a wish of every
/// conversation, each for itself.
/// </summary>
internal sealed class OpenedGoals
{
    private readonly IReadOnlyList<GoalDefinition> _always;
    private readonly Dictionary<string, IReadOnlyList<GoalDefinition>> _byIntent = new(StringComparer.Ordinal);
    private readonly GoalJudgeOptions _options;

    public OpenedGoals(IReadOnlyList<GoalDefinition> goals, GoalJudgeOptions options)
    {
        _options = options;
        _always = [.. goals.Where(goal => goal.OpenedByIntents.Count == 0)];
        foreach (var intent in goals.SelectMany(goal => goal.OpenedByIntents).Distinct(StringComparer.Ordinal))
            _byIntent[intent] = [.. goals.Where(goal => goal.OpenedByIntents.Contains(intent, StringComparer.Ordinal))];
    }

    /// <summary>The wishes in order of their first appearance, each as its alternatives in the order of the definitions.</summary>
    public IReadOnlyList<IReadOnlyList<GoalDefinition>> Of(Conversation conversation, IReadOnlyList<LabelledTurn> labels)
    {
        var wishes = new List<IReadOnlyList<GoalDefinition>>();
        // A scripted task is a wish even when the bot broke down before anybody wrote.
        if (conversation.Expectation is not null || conversation.Turns.Any(turn => turn.Role == TurnRole.User && turn.Text.Length > 0))
            wishes.AddRange(_always.Select(goal => (IReadOnlyList<GoalDefinition>)[goal]));
        if (_byIntent.Count == 0)
            return wishes;
        var evidence = new IntentEvidence(labels, _byIntent.ContainsKey);
        foreach (var turn in conversation.Turns)
            if (turn.Role == TurnRole.User)
                evidence.Add(turn, _options.FurtherConfidence);
        foreach (var intent in evidence.Wishes(_options.MinimumConfidence))
            wishes.Add(_byIntent[intent]);
        return wishes;
    }
}
