using System;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>Features of the texts of a batch, some of them left out at random.</summary>
internal sealed class DroppedFeatures(int texts, float drop)
{
    private int[] _rows = new int[texts * 128];
    private float[] _weights = new float[texts * 128];
    private float[] _factors = new float[texts * 128];

    /// <summary>Number of texts.</summary>
    public int Texts => texts;

    /// <summary>First entry per text, and one past the last of all.</summary>
    public int[] Starts { get; } = new int[texts + 1];

    /// <summary>Row per entry.</summary>
    public int[] Rows => _rows;

    /// <summary>Weight per entry.</summary>
    public float[] Weights => _weights;

    /// <summary>Room for a number per entry.</summary>
    public float[] Factors => _factors;

    /// <summary>Takes the features of texts.</summary>
    public void Take(SparseRows source, ReadOnlySpan<int> indices, ref SeededShuffle random)
    {
        var count = 0;
        for (var text = 0; text < indices.Length; text++)
        {
            var columns = source.ColumnsOf(indices[text]);
            var values = source.ValuesOf(indices[text]);
            if (count + columns.Length > _rows.Length)
            {
                var size = 2 * (count + columns.Length);
                Array.Resize(ref _rows, size);
                Array.Resize(ref _weights, size);
                Array.Resize(ref _factors, size);
            }

            for (var k = 0; k < columns.Length; k++)
            {
                if (random.NextSingle() >= drop)
                {
                    _rows[count] = columns[k];
                    _weights[count++] = values[k];
                }
            }

            Starts[text + 1] = count;
        }
    }
}
