using System;

namespace ConvoEval.Inference.Fitting.Linear;

/// <summary>One linear score per class.</summary>
internal sealed class LinearWeights
{
    public LinearWeights(int features, int classes)
    {
        Features = features;
        Classes = classes;
        Values = new float[(long)features * classes];
        Bias = new float[classes];
    }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Weight of class c for feature f at <c>f * Classes + c</c>.</summary>
    public float[] Values { get; }

    /// <summary>Constant per class.</summary>
    public float[] Bias { get; }

    /// <summary>Writes the scores of a sparse vector.</summary>
    public void Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> scores)
    {
        Bias.AsSpan().CopyTo(scores);
        for (var k = 0; k < columns.Length; k++)
        {
            var row = Values.AsSpan(columns[k] * Classes, Classes);
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += row[c] * values[k];
            }
        }
    }
}
