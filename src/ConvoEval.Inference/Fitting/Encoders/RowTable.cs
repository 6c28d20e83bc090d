using System;
using System.Threading.Tasks;
using ConvoEval.Inference.Fitting.Linear;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>
/// The rows that an encoder adds up, one per n-gram. Steps shrink with what a row has moved so far (Duchi, Hazan and
/// Singer 2011,
/// with one sum of squares per row).
/// </summary>
internal sealed class RowTable
{
    private const int ColumnStep = 8;
    private const float Smallest = 1e-8f;

    private readonly int _dimension;
    private readonly float[] _squares;
    private readonly ParallelOptions _parallel;

    /// <summary>Random rows of about unit length: at the start the encoder is a random projection of tf-idf.</summary>
    public RowTable(int rows, EncoderTrainerOptions options)
    {
        _dimension = options.Dimension;
        _squares = new float[rows];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Values = new float[rows * _dimension];
        var random = new SeededShuffle(options.Seed);
        var width = MathF.Sqrt(3f / _dimension);
        foreach (ref var value in Values.AsSpan())
        {
            value = ((2 * random.NextSingle()) - 1) * width;
        }
    }

    /// <summary>All numbers in row order.</summary>
    public float[] Values { get; }

    /// <summary>Adds up the weighted rows of the texts of a batch.</summary>
    public void Sum(DroppedFeatures features, ContrastiveBatch batch) =>
        Parallel.For(0, features.Texts, _parallel, text =>
        {
            var sum = batch.Sum(text);
            sum.Clear();
            for (var k = features.Starts[text]; k < features.Starts[text + 1]; k++)
            {
                LaneMath.AddScaled(sum, Values.AsSpan(features.Rows[k] * _dimension, _dimension), features.Weights[k]);
            }
        });

    /// <summary>Moves the rows of the texts of a batch against their gradients.</summary>
    public void Step(DroppedFeatures features, ContrastiveBatch batch, float stepSize)
    {
        var factors = features.Factors;
        for (var text = 0; text < features.Texts; text++)
        {
            var square = LaneMath.Dot(batch.Gradient(text), batch.Gradient(text)) / _dimension;
            for (var k = features.Starts[text]; k < features.Starts[text + 1]; k++)
            {
                var weight = features.Weights[k];
                ref var squares = ref _squares[features.Rows[k]];
                squares += weight * weight * square;
                factors[k] = -stepSize * weight / (MathF.Sqrt(squares) + Smallest);
            }
        }

        var slices = Math.Min(_parallel.MaxDegreeOfParallelism, _dimension / ColumnStep);
        Parallel.For(0, slices, _parallel, slice =>
        {
            var from = _dimension / ColumnStep * slice / slices * ColumnStep;
            var to = _dimension / ColumnStep * (slice + 1) / slices * ColumnStep;
            for (var text = 0; text < features.Texts; text++)
            {
                var gradient = batch.Gradient(text)[from..to];
                for (var k = features.Starts[text]; k < features.Starts[text + 1]; k++)
                {
                    LaneMath.AddScaled(
                        Values.AsSpan((features.Rows[k] * _dimension) + from, to - from), gradient, factors[k]);
                }
            }
        });
    }
}
