using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference.Batching;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Intents;

/// <summary>An intent model out of a model folder. Equal texts of a call are looked at once.</summary>
public sealed class OnnxIntentClassifier : IIntentClassifier, IDisposable
{
    private readonly SparseModel _model;
    private readonly LabelFile _labels;

    private OnnxIntentClassifier(ModelFolder folder, SparseModel model, LabelFile labels)
    {
        Identity = folder.Identity;
        _model = model;
        _labels = labels;
    }

    /// <inheritdoc/>
    public ModelIdentity Identity { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents => _labels.Intents;

    /// <summary>Share of in-scope texts that the out-of-scope threshold may reject.</summary>
    public double RejectionLevel => _labels.RejectionLevel;

    /// <summary>Share of in-scope texts whose prediction set should hold the right intent.</summary>
    public double SetLevel => _labels.SetLevel;

    /// <summary>Loads the model.</summary>
    /// <exception cref="ModelFolderException">The folder holds no intent model, or one that does not fit
    /// together.</exception>
    public static OnnxIntentClassifier Open(ModelFolder folder, InferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        folder.Require(ModelKind.Intents);
        var model = new SparseModel(folder, ["probabilities", "out_of_scope"], options);
        try
        {
            return new OnnxIntentClassifier(folder, model, LabelFile.ReadFrom(folder, model.WidthOf(0)));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts)
    {
        var distinct = DistinctTexts.Of(texts);
        var sink = new Sink(_labels, distinct.Texts.Count);
        _model.Run(distinct.Texts, sink);
        return Array.ConvertAll(distinct.Places, place => sink.Labels[place]);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private sealed class Sink(LabelFile labels, int count) : IBatchSink
    {
        public TurnLabel[] Labels { get; } = new TurnLabel[count];

        public void Accept(int textIndex, int terms, ReadOnlySpan<float> first, ReadOnlySpan<float> second) =>
            Labels[textIndex] = LabelReader.Read(labels, terms, first, second[0]);
    }
}
