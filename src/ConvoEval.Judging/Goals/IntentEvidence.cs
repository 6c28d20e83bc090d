using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// Gathers over the user turns of a conversation which intents that open goals they speak for: the classifier's candidates where a model ran, else what the bot
/// believed. One turn alone is often too short to tell; together they are.
/// </summary>
internal sealed class IntentEvidence(IReadOnlyList<LabelledTurn> labels, Func<string, bool> opensGoals)
{
    private const double FirstTurnWeight = 1.5;

    private readonly Dictionary<int, TurnLabel> _byTurn = labels.ToDictionary(label => label.TurnIndex, label => label.Label);
    private readonly Dictionary<string, double> _sums = new(StringComparer.Ordinal);
    private readonly List<string> _certain = [];
    private bool _isFirst = true;

    /// <summary>Adds a user turn. From <paramref name="certain"/> on, its intent is a wish of its own.</summary>
    public void Add(Turn turn, double certain)
    {
        var weight = _isFirst ? FirstTurnWeight : 1;
        _isFirst = false;
        var label = _byTurn.GetValueOrDefault(turn.Index);
        var candidates = label is null ? turn.Belief?.Top ?? []
            : label.Candidates.Count > 0 ? label.Candidates
            : [new IntentCandidate(label.Intent, label.Confidence)];
        foreach (var candidate in candidates)
            if (opensGoals(candidate.Intent))
                _sums[candidate.Intent] = _sums.GetValueOrDefault(candidate.Intent) + (weight * (candidate.Confidence ?? 1));
        if (candidates.Count > 0 && label?.IsOutOfScope != true && (candidates[0].Confidence ?? 1) >= certain && opensGoals(candidates[0].Intent))
            _certain.Add(candidates[0].Intent);
    }

    /// <summary>The most likely intent if it has enough evidence (ties: ordinal order), then those of single certain turns, each once.</summary>
    public IEnumerable<string> Wishes(double minimum)
    {
        var best = _sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return (best.Key is not null && best.Value >= minimum ? [best.Key] : Array.Empty<string>()).Concat(_certain).Distinct(StringComparer.Ordinal);
    }
}
