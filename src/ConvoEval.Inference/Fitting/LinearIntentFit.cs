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

    /// <summary>Fits the examples whose index <paramref name="isUsed"/> admits.</summary>
    public static LinearIntentFit To(
        TrainingSet set,
        Func<int, bool> isUsed,
        NgramOptions ngrams,
        IntentTrainerOptions options,
        CancellationToken cancellationToken)
    {
        int[] used = [.. Enumerable.Range(0, set.Texts.Count).Where(isUsed)];
        var texts = Array.ConvertAll(used, index => set.Texts[index]);
        var minTexts = options.MinTexts ?? (set.Texts.Count >= ManyExamples ? 2 : 1);
        var most = Math.Max(1, Math.Min(options.MaxFeatures, MostCells / set.Intents.Count));
        var vocabulary = VocabularyBuilder.Build(texts, ngrams, minTexts, most);
        var weights = MaximumMarginTrainer.Fit(
            SparseRows.From(texts, new TfIdfFeaturizer(vocabulary, ngrams)),
            Array.ConvertAll(used, index => set.ClassOf[index]),
            set.Intents.Count,
            vocabulary.Count,
            new MaximumMarginOptions { Seed = options.Seed, Cost = options.Cost, Threads = options.Threads },
            cancellationToken);
        return new LinearIntentFit(vocabulary, ngrams, weights);
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
}
