using System.Collections.Generic;
using System.Diagnostics;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference.Intents;

namespace ConvoEval.Benchmarks.Lines;

/// <summary>Adds up the time inside a classifier.</summary>
internal sealed class TimedClassifier(IIntentClassifier inner, StationClock clock) : IIntentClassifier
{
    public ModelIdentity Identity => inner.Identity;

    public IReadOnlyList<string> Intents => inner.Intents;

    public IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts)
    {
        var began = Stopwatch.GetTimestamp();
        var labels = inner.Classify(texts);
        clock.Add("classify", began);
        return labels;
    }
}
