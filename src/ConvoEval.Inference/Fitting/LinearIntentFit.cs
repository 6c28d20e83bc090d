using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting;

/// <summary>A vocabulary and the separators over it, fitted to some of the examples.</summary>
internal sealed class LinearIntentFit
{
    /// <summary>Cells of the table at most: 10 MB as 8-bit integers.</summary>
    private const int MostCells = 10_000_000;
    private const int ManyExamples = 3_000;

    private readonly NgramOptions _ngrams;

    private LinearIntentFit(NgramVocabulary vocabulary, NgramOptions ngrams, LinearWeights weights)
    {
        Vocabulary = vocabulary;
        _ngrams = ngrams;
        Weights = weights;
    }

    /// <summary>N-grams of the examples.</summary>
    public NgramVocabulary Vocabulary { get; }

    /// <summary>One separator per intent.</summary>
    public LinearWeights Weights { get; }

    /// <summary>
    /// Fits the examples whose index <paramref name="isUsed"/> admits, on their n-grams alone or, with an encoder,
    /// also on its vectors.
    /// </summary>
    public static LinearIntentFit To(
        TrainingSet set,
        Func<int, bool> isUsed,
        NgramOptions ngrams,
        EncoderRows? encoder,
        IntentTrainerOptions options,
        CancellationToken cancellationToken)
    {
        int[] used = [.. Enumerable.Range(0, set.Texts.Count).Where(isUsed)];
        var texts = Array.ConvertAll(used, index => set.Texts[index]);
        var vocabulary = Vocabularies(texts, set, encoder, ngrams, options);
        var features = SparseRows.From(texts, new TfIdfFeaturizer(vocabulary, ngrams));
        var columns = vocabulary.Count;
        var bridge = encoder is null
            ? null
            : EncoderBridge.Between(encoder, vocabulary, features, options.EncoderShare);
        if (bridge is not null)
        {
            features = bridge.Widen(features);
            columns += bridge.Dimension;
        }

        var weights = MaximumMarginTrainer.Fit(
            features,
            Array.ConvertAll(used, index => set.ClassOf[index]),
            set.Intents.Count,
            columns,
            new MaximumMarginOptions { Seed = options.Seed, Cost = options.Cost, Threads = options.Threads },
            cancellationToken);
        return new LinearIntentFit(vocabulary, ngrams, bridge is null ? weights : bridge.Fold(weights));
    }

    /// <summary>Scores per intent of texts.</summary>
    public IReadOnlyList<float[]> Score(IReadOnlyList<string> texts)
    {
        var rows = SparseRows.From(texts, new TfIdfFeaturizer(Vocabulary, _ngrams));
        var scores = new float[texts.Count][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new float[Weights.Classes];
            Weights.Score(rows.ColumnsOf(i), rows.ValuesOf(i), scores[i]);
        }

        return scores;
    }

    /// <summary>
    /// N-grams of the examples; with an encoder all of its n-grams and those of the examples that it does not know.
    /// </summary>
    private static NgramVocabulary Vocabularies(
        string[] texts, TrainingSet set, EncoderRows? encoder, NgramOptions ngrams, IntentTrainerOptions options)
    {
        var minTexts = options.MinTexts ?? (set.Texts.Count >= ManyExamples ? 2 : 1);
        var most = Math.Max(1, Math.Min(options.MaxFeatures, MostCells / set.Intents.Count));
        var own = VocabularyBuilder.Build(texts, ngrams, minTexts, most);
        if (encoder is null)
        {
            return own;
        }

        var known = encoder.Vocabulary;
        return NgramVocabulary.Create(
            known.Entries.Concat(own.Entries.Where(entry => known.Find(NgramHash.Of(entry.Kind, entry.Text)) < 0)),
            known.Documents);
    }
}
