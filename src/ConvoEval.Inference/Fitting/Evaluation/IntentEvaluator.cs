using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Intents;

namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>Compares a classifier with labelled texts.</summary>
public static class IntentEvaluator
{
    private delegate double Measure(ReadOnlySpan<ScoredText> texts, ReadOnlySpan<int> weights);

    /// <summary>Measures a classifier. In-scope and out-of-scope texts are resampled apart.</summary>
    /// <param name="classifier">What is measured.</param>
    /// <param name="examples">Texts with their right intents.</param>
    /// <param name="outOfScopeIntent">Intent name that means "none of them".</param>
    /// <param name="level">Confidence level of the intervals.</param>
    /// <param name="resamples">Bootstrap resamples, at least 100.</param>
    /// <param name="seed">Seed of the resamples.</param>
    public static IntentEvaluation Evaluate(
        IIntentClassifier classifier,
        IReadOnlyList<IntentExample> examples,
        string outOfScopeIntent,
        double level,
        int resamples,
        ulong seed)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var texts = Score(classifier, examples, outOfScopeIntent, out var unknown);
        var inScope = texts.Where(text => text.Truth >= 0).ToArray();
        var outside = texts.Where(text => text.Truth < 0).ToArray();
        var sorted = texts.OrderBy(text => text.OutOfScope).ToArray();
        var classes = classifier.Intents.Count;
        return new IntentEvaluation
        {
            Accuracy = Share(inScope, text => text.Truth == text.Predicted),
            MacroF1 = Bootstrap(
                inScope, (items, weights) => IntentMeasures.MacroF1(items, weights, classes), inScope.Length),
            Ece = Bootstrap(inScope, IntentMeasures.Ece, inScope.Length),
            OutOfScopeAuroc = inScope.Length == 0 || outside.Length == 0
                ? Measurement.None
                : Bootstrap(sorted, IntentMeasures.Auroc, texts.Count),
            OutOfScopeFpr95 = Fpr95(inScope, outside, level),
            OutOfScopeRecall = Share(outside, text => text.IsRejected),
            InScopeRejected = Share(inScope, text => text.IsRejected),
            SetCoverage = Share(inScope, text => text.IsInSet),
            SetMeanSize = Bootstrap(inScope, IntentMeasures.MeanSetSize, inScope.Length),
            UnknownIntent = unknown,
        };

        Measurement Share(ScoredText[] items, Func<ScoredText, bool> isHit) =>
            WilsonInterval.Of(items.Count(isHit), items.Length, level);

        Measurement Bootstrap(ScoredText[] items, Measure measure, int n) =>
            n == 0 ? Measurement.None : Resample(items, measure, level, resamples, seed);
    }

    private static List<ScoredText> Score(
        IIntentClassifier classifier, IReadOnlyList<IntentExample> examples, string outOfScopeIntent, out int unknown)
    {
        var places = classifier.Intents.Select((intent, index) => (intent, index)).ToDictionary(
            pair => pair.intent, pair => pair.index, StringComparer.Ordinal);
        IntentExample[] known =
        [
            .. examples.Where(example => example.Intent == outOfScopeIntent || places.ContainsKey(example.Intent)),
        ];
        unknown = examples.Count - known.Length;
        var labels = classifier.Classify(Array.ConvertAll(known, example => example.Text));
        return
        [
            .. known.Select((example, i) => new ScoredText(
                example.Intent == outOfScopeIntent ? -1 : places[example.Intent],
                places[labels[i].Intent],
                labels[i].Confidence,
                labels[i].OutOfScope,
                labels[i].IsOutOfScope,
                labels[i].Set.Count,
                labels[i].Set.Contains(example.Intent))),
        ];
    }

    private static Measurement Fpr95(ScoredText[] inScope, ScoredText[] outside, double level)
    {
        if (inScope.Length == 0)
        {
            return Measurement.None;
        }

        var scores = inScope.Select(text => text.OutOfScope).Order().ToArray();
        var cut = scores[(int)Math.Ceiling(0.95 * scores.Length) - 1];
        return WilsonInterval.Of(outside.Count(text => text.OutOfScope <= cut), outside.Length, level);
    }

    /// <summary>Percentile bootstrap (Efron 1979), resampled inside in-scope and out-of-scope texts.</summary>
    private static Measurement Resample(ScoredText[] items, Measure measure, double level, int resamples, ulong seed)
    {
        var weights = new int[items.Length];
        Array.Fill(weights, 1);
        var value = measure(items, weights);
        int[][] strata =
        [
            [.. Enumerable.Range(0, items.Length).Where(i => items[i].Truth >= 0)],
            [.. Enumerable.Range(0, items.Length).Where(i => items[i].Truth < 0)],
        ];
        var random = new SeededShuffle(seed);
        var values = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            Array.Clear(weights);
            foreach (var stratum in strata)
            {
                for (var draw = 0; draw < stratum.Length; draw++)
                {
                    weights[stratum[random.NextBelow(stratum.Length)]]++;
                }
            }

            values[resample] = measure(items, weights);
        }

        Array.Sort(values);
        var tail = (1 - level) / 2;
        return new Measurement(
            value,
            values[(int)Math.Floor(tail * (resamples - 1))],
            values[(int)Math.Ceiling((1 - tail) * (resamples - 1))],
            items.Length);
    }
}
