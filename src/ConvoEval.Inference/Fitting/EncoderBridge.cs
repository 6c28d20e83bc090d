using System;
using System.Collections.Generic;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting;

/// <summary>
/// Lets an intent model learn on the vectors of an encoder beside its n-grams. Both are linear in the weights of the
/// n-grams, so the
/// separator over vectors is folded back into a number per n-gram: words that no example used get a meaning from the
/// encoder, and
/// the model stays one table.
/// </summary>
internal sealed class EncoderBridge
{
    private readonly EncoderRows _encoder;
    private readonly int[] _encoderRowOf;
    private readonly float _share;
    private readonly int _features;

    private EncoderBridge(EncoderRows encoder, int[] encoderRowOf, float share)
    {
        _encoder = encoder;
        _encoderRowOf = encoderRowOf;
        _share = share;
        _features = encoderRowOf.Length;
    }

    /// <summary>Numbers that the encoder adds to the features of a text.</summary>
    public int Dimension => _encoder.Dimension;

    /// <summary>
    /// Finds the n-grams of the encoder in the vocabulary of the intent model, and scales its vectors so that those of
    /// the examples
    /// have the length <paramref name="share"/> in the mean.
    /// </summary>
    public static EncoderBridge Between(
        EncoderRows encoder, NgramVocabulary vocabulary, SparseRows examples, double share)
    {
        var rows = new int[vocabulary.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = encoder.Vocabulary.Find(
                NgramHash.Of(vocabulary.Entries[row].Kind, vocabulary.Entries[row].Text));
        }

        var unscaled = new EncoderBridge(encoder, rows, 1);
        var sum = new float[encoder.Dimension];
        double lengths = 0;
        for (var text = 0; text < examples.Count; text++)
        {
            unscaled.Sum(examples.ColumnsOf(text), examples.ValuesOf(text), sum);
            double square = 0;
            foreach (var value in sum)
            {
                square += (double)value * value;
            }

            lengths += Math.Sqrt(square);
        }

        return lengths > 0 ? new EncoderBridge(encoder, rows, (float)(share * examples.Count / lengths)) : unscaled;
    }

    /// <summary>Appends the vector of each text, times the share, as columns behind the n-grams.</summary>
    public SparseRows Widen(SparseRows features)
    {
        var starts = new int[features.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        var sum = new float[Dimension];
        for (var text = 0; text < features.Count; text++)
        {
            columns.AddRange(features.ColumnsOf(text));
            values.AddRange(features.ValuesOf(text));
            Sum(features.ColumnsOf(text), features.ValuesOf(text), sum);
            for (var i = 0; i < sum.Length; i++)
            {
                columns.Add(_features + i);
                values.Add(sum[i] * _share);
            }

            starts[text + 1] = columns.Count;
        }

        return SparseRows.Of(starts, [.. columns], [.. values]);
    }

    /// <summary>Turns separators over n-grams and vectors into separators over n-grams.</summary>
    public LinearWeights Fold(LinearWeights wide)
    {
        var folded = new LinearWeights(_features, wide.Classes);
        wide.Bias.CopyTo(folded.Bias, 0);
        for (var feature = 0; feature < _features; feature++)
        {
            var target = folded.Values.AsSpan(feature * wide.Classes, wide.Classes);
            wide.Values.AsSpan(feature * wide.Classes, wide.Classes).CopyTo(target);
            var row = RowOf(feature);
            for (var i = 0; i < row.Length; i++)
            {
                var source = wide.Values.AsSpan((_features + i) * wide.Classes, wide.Classes);
                for (var c = 0; c < target.Length; c++)
                {
                    target[c] += row[i] * _share * source[c];
                }
            }
        }

        return folded;
    }

    private void Sum(ReadOnlySpan<int> columns, ReadOnlySpan<float> weights, float[] sum)
    {
        Array.Clear(sum);
        for (var k = 0; k < columns.Length; k++)
        {
            var row = RowOf(columns[k]);
            for (var i = 0; i < row.Length; i++)
            {
                sum[i] += row[i] * weights[k];
            }
        }
    }

    private ReadOnlySpan<float> RowOf(int feature) =>
        _encoderRowOf[feature] < 0 ? [] : _encoder.Values.AsSpan(_encoderRowOf[feature] * Dimension, Dimension);
}
