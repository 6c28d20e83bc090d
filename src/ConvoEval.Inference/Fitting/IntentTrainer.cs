using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConvoEval.Inference.Batching;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Fitting.Calibration;
using ConvoEval.Inference.Fitting.Evaluation;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Fitting.Folders;
using ConvoEval.Inference.Fitting.Onnx;
using ConvoEval.Inference.Intents;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting;

/// <summary>
/// Trains an intent model on a team's own examples: n-gram features, one linear separator per intent, temperature and
/// cuts from
/// held-out parts, written as ONNX. Seconds for 15,000 examples of 150 intents. The same examples in the same order,
/// options and
/// seed give the same bytes, on any machine and with any number of threads.
/// </summary>
public static class IntentTrainer
{
    private const int Resamples = 1000;

    /// <summary>Trains, calibrates, writes the files in memory, and measures them on the validation texts.</summary>
    /// <param name="training">Examples to learn from.</param>
    /// <param name="validation">Examples to measure on; may be empty. They influence nothing but the reported
    /// numbers.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told before each step; null = nobody.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="System.IO.InvalidDataException">The examples cannot be learned from; the message says
    /// why.</exception>
    public static IntentTraining Train(
        IReadOnlyList<ExampleSource> training,
        IReadOnlyList<ExampleSource> validation,
        IntentTrainerOptions options,
        Action<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var encoder = options.Encoder is null ? null : EncoderRows.From(options.Encoder);
        var ngrams = encoder?.Ngrams ?? new NgramOptions();
        var set = TrainingSet.From(
            [.. training.SelectMany(source => source.Examples)], options.OutOfScopeIntent, ngrams);
        var steps = options.Folds + 3;
        var heldOut = HeldOut(
            set, ngrams, encoder, options, step => progress?.Invoke(step with { Total = steps }), cancellationToken);
        progress?.Invoke(new TrainingProgress("calibrating", options.Folds, steps));
        var calibration = IntentCalibration.From(heldOut, set.ClassOf, options.RejectionLevel, options.SetLevel);
        progress?.Invoke(new TrainingProgress("fitting all examples", options.Folds + 1, steps));
        var fit = LinearIntentFit.To(set, _ => true, ngrams, encoder, options, cancellationToken);
        var files = Files(set, fit, calibration, ngrams, options);
        progress?.Invoke(new TrainingProgress("measuring", options.Folds + 2, steps));
        var heldOutAccuracy = Accuracy(heldOut, set.ClassOf, options.IntervalLevel);
        var evaluation = Evaluate(files, validation, options);
        var manifest = IntentManifest.Create(files, training, validation, heldOutAccuracy, evaluation, options);
        progress?.Invoke(new TrainingProgress("done", steps, steps));
        return new IntentTraining
        {
            Model = new TrainedModel(manifest, files, IntentCard.Write(manifest, set, calibration, options)),
            Rejected = set.Rejected,
            HeldOutAccuracy = heldOutAccuracy,
            Validation = evaluation,
        };
    }

    private static float[][] HeldOut(
        TrainingSet set,
        NgramOptions ngrams,
        EncoderRows? encoder,
        IntentTrainerOptions options,
        Action<TrainingProgress> progress,
        CancellationToken cancellationToken)
    {
        var foldOf = StratifiedFolds.Deal(set.ClassOf, options.Folds, options.Seed);
        var scores = new float[set.Texts.Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var part = fold;
            progress(new TrainingProgress("scoring held-out examples", fold, 0));
            var fit = LinearIntentFit.To(
                set, index => foldOf[index] != part, ngrams, encoder, options, cancellationToken);
            int[] held = [.. Enumerable.Range(0, foldOf.Length).Where(index => foldOf[index] == part)];
            var found = fit.Score(Array.ConvertAll(held, index => set.Texts[index]));
            for (var i = 0; i < held.Length; i++)
            {
                scores[held[i]] = found[i];
            }
        }

        return scores;
    }

    private static Measurement Accuracy(float[][] scores, IReadOnlyList<int> classOf, double level)
    {
        int hits = 0, total = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (classOf[i] >= 0)
            {
                total++;
                hits += Array.IndexOf(scores[i], scores[i].Max()) == classOf[i] ? 1 : 0;
            }
        }

        return WilsonInterval.Of(hits, total, level);
    }

    private static Dictionary<string, byte[]> Files(
        TrainingSet set,
        LinearIntentFit fit,
        IntentCalibration calibration,
        NgramOptions ngrams,
        IntentTrainerOptions options)
    {
        var table = QuantizedTable.From(fit.Weights.Values, fit.Weights.Features, fit.Weights.Classes);
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [ModelSession.FileName] = SparseBagGraph.Intents(
                table, fit.Weights.Bias, calibration.Temperature, IntentCalibration.EnergyTemperature),
            [FeatureFile.VocabularyName] = fit.Vocabulary.ToFile(),
            [FeatureFile.FileName] = ModelJson.Write(new FeatureFile
            {
                Scheme = FeatureFile.TfIdfNgrams,
                Documents = fit.Vocabulary.Documents,
                Rows = fit.Vocabulary.Count,
                Ngrams = ngrams,
            }),
            [LabelFile.FileName] = ModelJson.Write(new LabelFile
            {
                Intents = set.Intents,
                Temperature = calibration.Temperature,
                OutOfScopeThreshold = calibration.OutOfScopeThreshold,
                RejectionLevel = options.RejectionLevel,
                SetThreshold = calibration.SetThreshold,
                SetLevel = options.SetLevel,
            }),
        };
    }

    private static IntentEvaluation? Evaluate(
        Dictionary<string, byte[]> files, IReadOnlyList<ExampleSource> validation, IntentTrainerOptions options)
    {
        IntentExample[] examples = [.. validation.SelectMany(source => source.Examples)];
        if (examples.Length == 0)
        {
            return null;
        }

        var draft = ModelFolder.InMemory(IntentManifest.Create(files, [], [], Measurement.None, null, options), files);
        using var classifier = OnnxIntentClassifier.Open(draft, new InferenceOptions { Threads = options.Threads });
        return IntentEvaluator.Evaluate(
            classifier, examples, options.OutOfScopeIntent, options.IntervalLevel, Resamples, options.Seed);
    }
}
