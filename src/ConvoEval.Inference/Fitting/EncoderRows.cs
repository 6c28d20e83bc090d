using System;
using System.Linq;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference.Batching;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Runtime;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting;

/// <summary>The rows of an encoder, read back through its graph, for intent models that build on it.</summary>
internal sealed class EncoderRows
{
    private const int RowsAtOnce = 512;

    private EncoderRows(ModelIdentity identity, NgramVocabulary vocabulary, NgramOptions ngrams, float[] values)
    {
        Identity = identity;
        Vocabulary = vocabulary;
        Ngrams = ngrams;
        Values = values;
    }

    /// <summary>Which encoder.</summary>
    public ModelIdentity Identity { get; }

    /// <summary>N-gram per row.</summary>
    public NgramVocabulary Vocabulary { get; }

    /// <summary>How it reads texts.</summary>
    public NgramOptions Ngrams { get; }

    /// <summary>Numbers in row order.</summary>
    public float[] Values { get; }

    /// <summary>Numbers per row.</summary>
    public int Dimension => Values.Length / Math.Max(1, Vocabulary.Count);

    /// <summary>Reads all rows of an encoder.</summary>
    /// <exception cref="ModelFolderException">The folder holds no encoder, or one whose graph has no output
    /// bag.</exception>
    public static EncoderRows From(ModelFolder folder)
    {
        folder.Require(ModelKind.Encoder);
        var (vocabulary, ngrams) = FeatureFile.ReadFrom(folder);
        using var session = ModelSession.Open(folder);
        if (!session.OutputNames.Contains("bag"))
        {
            throw new ModelFolderException(
                $"The encoder {folder.Path} has no output 'bag'; intent models cannot build on it.");
        }

        var dimension = session.OutputMetadata["bag"].Dimensions[1];
        var values = new float[checked(vocabulary.Count * dimension)];
        for (var first = 0; first < vocabulary.Count; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, vocabulary.Count - first);
            using var rows = OrtValue.CreateTensorValueFromMemory<int>(
                Enumerable.Range(first, count).ToArray(), [count, 1]);
            using var weights = OrtValue.CreateTensorValueFromMemory<float>(
                Enumerable.Repeat(1f, count).ToArray(), [count, 1]);
            using var bag = OrtValue.CreateTensorValueFromMemory(
                values.AsMemory(first * dimension, count * dimension), [count, dimension]);
            session.Run(null, ["rows", "weights"], [rows, weights], ["bag"], [bag]);
        }

        return new EncoderRows(folder.Identity, vocabulary, ngrams, values);
    }
}
