using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ConvoEval.Inference.Batching;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Embedding;
using ConvoEval.Inference.Fitting.Folders;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Fitting.Onnx;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>
/// Trains an encoder: a row of numbers per n-gram, weighted by tf-idf, added up and scaled to unit length, so that
/// texts that belong
/// together come to lie together. The same corpora in the same order, options and seed give the same bytes, on any
/// machine and with
/// any number of threads.
/// </summary>
public static class EncoderTrainer
{
    private const int MinTexts = 3;
    private const int ProgressEvery = 250;

    /// <summary>
    /// Measures the recipe, trains, and writes the files in memory. For each corpus of <paramref name="leftOut"/> an
    /// encoder is trained
    /// without it and tried on it; the metrics of the model are those numbers, the shipped encoder has seen all
    /// corpora.
    /// </summary>
    /// <param name="corpora">What to learn from.</param>
    /// <param name="leftOut">Names of labelled corpora to measure on; each costs a training of its own. May be
    /// empty.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told now and then; null = nobody.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="InvalidDataException">No corpus has two texts that belong together, or a left-out one is not
    /// there.</exception>
    public static TrainedModel Train(
        IReadOnlyList<EncoderCorpus> corpora,
        IReadOnlyList<string> leftOut,
        EncoderTrainerOptions options,
        Action<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(leftOut);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var metrics = new List<ModelMetric>();
        foreach (var name in leftOut)
        {
            var target = corpora.FirstOrDefault(corpus => corpus.Name == name && corpus.Kind == CorpusKind.Labelled)
                ?? throw new InvalidDataException($"There is no labelled corpus '{name}' to leave out.");
            var others = TrainOn(
                [.. corpora.Where(corpus => corpus != target)], [], options, progress, cancellationToken);
            using var embedder = OnnxUtteranceEmbedder.Open(
                others.Folder, new InferenceOptions { Threads = options.Threads });
            var (separators, nearest, tests) = FewShotProbe.Measure(
                embedder, target.Texts, target.Groups, options.Seed, cancellationToken);
            var place = $"{name} training data, by an encoder trained without it; 5 draws of 8 texts per intent";
            metrics.Add(
                new ModelMetric("eight_shot_separators_accuracy", Math.Round(separators, 4), null, null, tests, place));
            metrics.Add(
                new ModelMetric("eight_shot_nearest_accuracy", Math.Round(nearest, 4), null, null, tests, place));
        }

        return TrainOn(corpora, metrics, options, progress, cancellationToken);
    }

    private static TrainedModel TrainOn(
        IReadOnlyList<EncoderCorpus> corpora,
        IReadOnlyList<ModelMetric> metrics,
        EncoderTrainerOptions options,
        Action<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var ngrams = new NgramOptions();
        string[] texts = [.. corpora.SelectMany(corpus => corpus.Texts)];
        progress?.Invoke(new TrainingProgress("reading n-grams", 0, options.Batches));
        var vocabulary = VocabularyBuilder.Build(texts, ngrams, MinTexts, options.MaxFeatures);
        var features = SparseRows.From(texts, new TfIdfFeaturizer(vocabulary, ngrams));
        var table = Fit(corpora, features, vocabulary.Count, options, progress, cancellationToken);
        var quantized = QuantizedTable.From(table.Values, vocabulary.Count, options.Dimension);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [ModelSession.FileName] = SparseBagGraph.Encoder(quantized),
            [FeatureFile.VocabularyName] = vocabulary.ToFile(),
            [FeatureFile.FileName] = ModelJson.Write(new FeatureFile
            {
                Scheme = FeatureFile.TfIdfNgrams,
                Documents = vocabulary.Documents,
                Rows = vocabulary.Count,
                Ngrams = ngrams,
            }),
        };
        var manifest = EncoderManifest.Create(files, corpora, metrics, options);
        return new TrainedModel(manifest, files, EncoderManifest.Card(manifest, vocabulary.Count, texts.Length));
    }

    private static RowTable Fit(
        IReadOnlyList<EncoderCorpus> corpora,
        SparseRows features,
        int rows,
        EncoderTrainerOptions options,
        Action<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var samplers = Samplers(corpora);
        var table = new RowTable(rows, options);
        var batch = new ContrastiveBatch(options);
        var dropped = new DroppedFeatures(2 * options.BatchSize, options.FeatureDrop);
        var texts = new int[2 * options.BatchSize];
        var groups = new int[options.BatchSize];
        var random = new SeededShuffle(options.Seed + 1);
        for (var step = 0; step < options.Batches; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step % ProgressEvery == 0)
            {
                progress?.Invoke(new TrainingProgress("training", step, options.Batches));
            }

            Pick(samplers, random.NextSingle()).Draw(ref random, texts, groups);
            dropped.Take(features, texts, ref random);
            table.Sum(dropped, batch);
            batch.ComputeGradients(groups);
            table.Step(dropped, batch, options.StepSize * (1 - ((float)step / options.Batches)));
        }

        progress?.Invoke(new TrainingProgress("training", options.Batches, options.Batches));
        return table;
    }

    private static List<(double UpTo, PairSampler Sampler)> Samplers(IReadOnlyList<EncoderCorpus> corpora)
    {
        var samplers = new List<(double Weight, PairSampler Sampler)>();
        var first = 0;
        foreach (var corpus in corpora)
        {
            if (corpus.Texts.Count != corpus.Groups.Count || !(corpus.Weight > 0))
            {
                throw new InvalidDataException($"Corpus '{corpus.Name}' needs a group per text and a weight above 0.");
            }

            var sampler = new PairSampler(corpus, first);
            first += corpus.Texts.Count;
            if (sampler.Eligible > 1)
            {
                samplers.Add((corpus.Weight, sampler));
            }
        }

        var total = samplers.Sum(entry => entry.Weight);
        if (samplers.Count == 0)
        {
            throw new InvalidDataException("No corpus has two texts that belong together.");
        }

        double sum = 0;
        return samplers.ConvertAll(entry => ((sum += entry.Weight) / total, entry.Sampler));
    }

    private static PairSampler Pick(List<(double UpTo, PairSampler Sampler)> samplers, float chance)
    {
        foreach (var (upTo, sampler) in samplers)
        {
            if (chance < upTo)
            {
                return sampler;
            }
        }

        return samplers[^1].Sampler;
    }
}
