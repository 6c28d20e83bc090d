using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference.Batching;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Embedding;

/// <summary>An encoder out of a model folder. Equal texts of a call are looked at once.</summary>
public sealed class OnnxUtteranceEmbedder : IUtteranceEmbedder, IDisposable
{
    private readonly SparseModel _model;

    private OnnxUtteranceEmbedder(ModelFolder folder, SparseModel model)
    {
        Identity = folder.Identity;
        _model = model;
        Dimension = model.WidthOf(0);
    }

    /// <inheritdoc/>
    public ModelIdentity Identity { get; }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <summary>Loads the model.</summary>
    /// <exception cref="ModelFolderException">The folder holds no encoder, or one that does not fit
    /// together.</exception>
    public static OnnxUtteranceEmbedder Open(ModelFolder folder, InferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        folder.Require(ModelKind.Encoder);
        return new OnnxUtteranceEmbedder(folder, new SparseModel(folder, ["vectors"], options));
    }

    /// <inheritdoc/>
    public void Embed(IReadOnlyList<string> texts, Span<float> vectors)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (vectors.Length != (long)texts.Count * Dimension)
        {
            throw new ArgumentException(
                $"{texts.Count} texts of dimension {Dimension} need {(long)texts.Count * Dimension} numbers; "
                + $"there is room for {vectors.Length}.",
                nameof(vectors));
        }

        var distinct = DistinctTexts.Of(texts);
        var sink = new Sink(new float[checked(distinct.Texts.Count * Dimension)], Dimension);
        _model.Run(distinct.Texts, sink);
        for (var i = 0; i < texts.Count; i++)
        {
            sink.Vectors.AsSpan(distinct.Places[i] * Dimension, Dimension).CopyTo(
                vectors.Slice(i * Dimension, Dimension));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private sealed class Sink(float[] vectors, int dimension) : IBatchSink
    {
        public float[] Vectors { get; } = vectors;

        public void Accept(int textIndex, int terms, ReadOnlySpan<float> first, ReadOnlySpan<float> second) =>
            first.CopyTo(Vectors.AsSpan(textIndex * dimension, dimension));
    }
}
