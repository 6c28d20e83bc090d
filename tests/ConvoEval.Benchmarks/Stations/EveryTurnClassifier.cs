using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference.Intents;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>
/// Makes the inner classifier look at every text, equal ones too: repeats within a call go into calls of their own. The labels are the same;
/// this is the line without looking equal turns up once.
/// </summary>
internal sealed class EveryTurnClassifier(IIntentClassifier inner) : IIntentClassifier
{
    public ModelIdentity Identity => inner.Identity;

    public IReadOnlyList<string> Intents => inner.Intents;

    public IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts)
    {
        var labels = new TurnLabel[texts.Count];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rounds = new List<List<int>>();
        for (var i = 0; i < labels.Length; i++)
        {
            var round = seen[texts[i]] = seen.GetValueOrDefault(texts[i], -1) + 1;
            if (round == rounds.Count)
                rounds.Add([]);
            rounds[round].Add(i);
        }

        foreach (var places in rounds)
        {
            var found = inner.Classify(places.ConvertAll(place => texts[place]));
            for (var i = 0; i < places.Count; i++)
                labels[places[i]] = found[i];
        }

        return labels;
    }
}
