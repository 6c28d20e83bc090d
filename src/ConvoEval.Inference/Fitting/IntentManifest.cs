using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Fitting.Evaluation;
using ConvoEval.Inference.Fitting.Examples;

namespace ConvoEval.Inference.Fitting;

/// <summary>Puts the manifest of an intent model together.</summary>
internal static class IntentManifest
{
    private const int Digits = 6;

    /// <summary>The manifest. Metrics of the validation texts are left out when there were none.</summary>
    public static ModelManifest Create(
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyList<ExampleSource> training,
        IReadOnlyList<ExampleSource> validation,
        Measurement heldOutAccuracy,
        IntentEvaluation? evaluation,
        IntentTrainerOptions options) => new()
        {
            Format = 1,
            Name = options.Name,
            Version = options.Version,
            Kind = ModelKind.Intents,
            Licence = options.Licence,
            Files = ModelFolder.Describe(files),
            Inputs =
            [
                new ModelPort("rows", "int32", ["batch", "terms"]),
                new ModelPort("weights", "float", ["batch", "terms"]),
            ],
            Outputs =
            [
                new ModelPort("probabilities", "float", ["batch", "intent"]),
                new ModelPort("out_of_scope", "float", ["batch", "1"]),
            ],
            Preprocessing = FeatureFile.TfIdfNgrams,
            Seed = options.Seed,
            Options = options.ToManifest(),
            Data =
            [
                .. training.Select(source => source.Describe("training")),
                .. validation.Select(source => source.Describe("validation")),
            ],
            Metrics = [.. Metrics(heldOutAccuracy, evaluation)],
        };

    private static IEnumerable<ModelMetric> Metrics(Measurement heldOutAccuracy, IntentEvaluation? evaluation)
    {
        if (heldOutAccuracy.Value is not null)
        {
            yield return Metric("accuracy", heldOutAccuracy, "held-out parts of the training data");
        }

        if (evaluation is null)
        {
            yield break;
        }

        foreach (var (name, measurement) in ((string, Measurement)[])
            [
                ("accuracy", evaluation.Accuracy),
                ("macro_f1", evaluation.MacroF1),
                ("ece", evaluation.Ece),
                ("oos_auroc", evaluation.OutOfScopeAuroc),
                ("oos_fpr95", evaluation.OutOfScopeFpr95),
                ("oos_recall", evaluation.OutOfScopeRecall),
                ("in_scope_rejected", evaluation.InScopeRejected),
                ("set_coverage", evaluation.SetCoverage),
                ("set_mean_size", evaluation.SetMeanSize),
            ])
        {
            yield return Metric(name, measurement, "validation data");
        }
    }

    /// <summary>A metric in six decimals.</summary>
    internal static ModelMetric Metric(string name, Measurement measured, string on)
    {
        return new ModelMetric(name, Round(measured.Value), Round(measured.Low), Round(measured.High), measured.N, on);

        static double? Round(double? value) => value is { } number ? Math.Round(number, Digits) : null;
    }
}
