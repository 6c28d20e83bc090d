using System;
using System.Collections.Generic;
using System.Globalization;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>How an encoder is trained.</summary>
public sealed record EncoderTrainerOptions
{
    /// <summary>Name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the model.</summary>
    public required string Version { get; init; }

    /// <summary>Licence under which the model is given on.</summary>
    public required string Licence { get; init; }

    /// <summary>Numbers per vector, a multiple of 16. Default 256.</summary>
    public int Dimension { get; init; } = 256;

    /// <summary>N-grams at most; the most frequent of the corpora. Default 40,000.</summary>
    public int MaxFeatures { get; init; } = 40_000;

    /// <summary>Batches. Default 6,000.</summary>
    public int Batches { get; init; } = 6_000;

    /// <summary>Pairs in a batch. Default 128.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Step size at the start; it falls to nothing in a straight line. Default 0.05.</summary>
    public float StepSize { get; init; } = 0.05f;

    /// <summary>What cosines are multiplied by before the softmax. Default 20.</summary>
    public float Scale { get; init; } = 20;

    /// <summary>Share of features that a text loses at random each time it is seen. Default 0.5.</summary>
    public float FeatureDrop { get; init; } = 0.5f;

    /// <summary>Seed of everything random. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the model does not depend on it. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Throws when a value cannot work.</summary>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(Version);
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimension, 16);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Dimension % 16, 0, nameof(Dimension));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFeatures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Batches, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (!(StepSize > 0) || !(Scale > 0) || FeatureDrop is not (>= 0 and < 1))
        {
            throw new ArgumentException(
                "Step size and scale must be above 0, and the share of dropped features at least 0 and below 1.");
        }
    }

    /// <summary>The options as a manifest keeps them.</summary>
    internal SortedDictionary<string, string> ToManifest() => new(StringComparer.Ordinal)
    {
        ["batchSize"] = BatchSize.ToString(CultureInfo.InvariantCulture),
        ["batches"] = Batches.ToString(CultureInfo.InvariantCulture),
        ["dimension"] = Dimension.ToString(CultureInfo.InvariantCulture),
        ["featureDrop"] = FeatureDrop.ToString("R", CultureInfo.InvariantCulture),
        ["maxFeatures"] = MaxFeatures.ToString(CultureInfo.InvariantCulture),
        ["scale"] = Scale.ToString("R", CultureInfo.InvariantCulture),
        ["stepSize"] = StepSize.ToString("R", CultureInfo.InvariantCulture),
    };
}
