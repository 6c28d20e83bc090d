using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting;

/// <summary>How an intent model is trained.</summary>
public sealed record IntentTrainerOptions
{
    /// <summary>Name of the model: letters, digits, '.', '_' and '-'.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the model.</summary>
    public required string Version { get; init; }

    /// <summary>Licence under which the model is given on.</summary>
    public required string Licence { get; init; }

    /// <summary>Intent name that means "none of them". Such examples push every intent away. Default oos.</summary>
    public string OutOfScopeIntent { get; init; } = "oos";

    /// <summary>Seed of folds and orders. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Parts for held-out scores, from 2 to 20. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Share of in-scope texts that may be rejected as out of scope. Default 0.05.</summary>
    public double RejectionLevel { get; init; } = 0.05;

    /// <summary>Share of in-scope texts whose prediction set should hold the right intent. Default 0.95.</summary>
    public double SetLevel { get; init; } = 0.95;

    /// <summary>
    /// N-grams that stand in fewer training texts are left out; null = 2 from 3,000 examples on, else 1. Default null.
    /// </summary>
    public int? MinTexts { get; init; }

    /// <summary>N-grams at most; fewer when the table would pass 10 MB. Default 60,000.</summary>
    public int MaxFeatures { get; init; } = 60_000;

    /// <summary>Price of an example on the wrong side of a separator. Default 1.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>
    /// Encoder to build on, which must not have been trained on these examples; null = the n-grams of the examples
    /// alone. With few
    /// examples it helps much: the model then knows words that no example used. Default null.
    /// </summary>
    public ModelFolder? Encoder { get; init; }

    /// <summary>How much the encoder's vector counts beside the n-grams, above 0. Default 1.</summary>
    public double EncoderShare { get; init; } = 1;

    /// <summary>Threads; the model does not depend on it. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Confidence level of the intervals of reported metrics. Default 0.95.</summary>
    public double IntervalLevel { get; init; } = 0.95;

    /// <summary>Throws when a value cannot work.</summary>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(Version);
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Folds, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFeatures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinTexts ?? 1, 1);
        foreach (var share in (double[])[RejectionLevel, SetLevel, IntervalLevel])
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        }

        foreach (var factor in (double[])[Cost, EncoderShare])
        {
            if (!(factor > 0) || !double.IsFinite(factor))
            {
                throw new ArgumentException($"Cost and encoder share must be positive numbers; one is {factor}.");
            }
        }
    }

    /// <summary>The options as a manifest keeps them; threads are left out, since nothing depends on them.</summary>
    internal SortedDictionary<string, string> ToManifest() => new(StringComparer.Ordinal)
    {
        ["cost"] = Cost.ToString("R", CultureInfo.InvariantCulture),
        ["encoder"] = Encoder is null ? "none" : $"{Encoder.Identity} {Encoder.Identity.Digest}",
        ["encoderShare"] = EncoderShare.ToString("R", CultureInfo.InvariantCulture),
        ["folds"] = Folds.ToString(CultureInfo.InvariantCulture),
        ["maxFeatures"] = MaxFeatures.ToString(CultureInfo.InvariantCulture),
        ["minTexts"] = MinTexts?.ToString(CultureInfo.InvariantCulture) ?? "by number of examples",
        ["outOfScopeIntent"] = OutOfScopeIntent,
        ["rejectionLevel"] = RejectionLevel.ToString("R", CultureInfo.InvariantCulture),
        ["setLevel"] = SetLevel.ToString("R", CultureInfo.InvariantCulture),
    };
}
