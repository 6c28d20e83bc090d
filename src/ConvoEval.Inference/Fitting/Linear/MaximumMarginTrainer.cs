using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Linear;

/// <summary>
/// One linear separator per class against all others: squared hinge loss with L2 penalty, solved by dual coordinate
/// descent with
/// shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 3). Classes are independent of each other,
/// so any
/// number of threads gives the same bits. Time O(classes · passes · entries), most entries being shrunk away after a
/// few passes.
/// </summary>
internal static class MaximumMarginTrainer
{
    /// <summary>
    /// Fits the separators. Examples of class -1 belong to none and are on the far side of every separator.
    /// </summary>
    /// <param name="examples">Feature vectors.</param>
    /// <param name="classOf">Class per example, -1 for none.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="options">Penalty, tolerance and limits.</param>
    /// <param name="cancellationToken">Stops between classes.</param>
    public static LinearWeights Fit(
        SparseRows examples,
        IReadOnlyList<int> classOf,
        int classes,
        int features,
        MaximumMarginOptions options,
        CancellationToken cancellationToken)
    {
        var weights = new LinearWeights(features, classes);
        var squares = Squares(examples);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads,
            CancellationToken = cancellationToken,
        };
        Parallel.For(0, classes, parallel, target =>
        {
            var separator = new float[features + 1];
            FitOne(examples, squares, classOf, target, options, separator);
            for (var feature = 0; feature < features; feature++)
            {
                weights.Values[((long)feature * classes) + target] = separator[feature];
            }

            weights.Bias[target] = separator[features];
        });
        return weights;
    }

    private static float[] Squares(SparseRows examples)
    {
        var squares = new float[examples.Count];
        for (var i = 0; i < squares.Length; i++)
        {
            var sum = 1.0;
            foreach (var value in examples.ValuesOf(i))
            {
                sum += (double)value * value;
            }

            squares[i] = (float)sum;
        }

        return squares;
    }

    /// <summary>The last element of <paramref name="separator"/> is the constant, a feature that is always 1.</summary>
    private static void FitOne(
        SparseRows examples,
        float[] squares,
        IReadOnlyList<int> classOf,
        int target,
        MaximumMarginOptions options,
        float[] separator)
    {
        var count = examples.Count;
        var dual = new float[count];
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        var random = new SeededShuffle(options.Seed + (ulong)target);
        var slack = 0.5 / options.Cost;
        var active = count;
        var shrinkAbove = double.PositiveInfinity;
        for (var pass = 0; pass < options.MaxPasses; pass++)
        {
            var highest = double.NegativeInfinity;
            var lowest = double.PositiveInfinity;
            random.Shuffle(order.AsSpan(0, active));
            for (var s = 0; s < active; s++)
            {
                var i = order[s];
                var side = classOf[i] == target ? 1 : -1;
                var gradient = (side * Product(examples, i, separator)) - 1 + (slack * dual[i]);
                if (dual[i] == 0 && gradient > shrinkAbove)
                {
                    active--;
                    (order[s], order[active]) = (order[active], order[s]);
                    s--;
                    continue;
                }

                var projected = dual[i] == 0 ? Math.Min(gradient, 0) : gradient;
                highest = Math.Max(highest, projected);
                lowest = Math.Min(lowest, projected);
                if (Math.Abs(projected) > 1e-12)
                {
                    var before = dual[i];
                    dual[i] = (float)Math.Max(before - (gradient / (squares[i] + slack)), 0);
                    AddTo(separator, examples, i, (dual[i] - before) * side);
                }
            }

            if (highest - lowest <= options.Tolerance)
            {
                if (active == count)
                {
                    return;
                }

                active = count;
                shrinkAbove = double.PositiveInfinity;
                continue;
            }

            shrinkAbove = highest <= 0 ? double.PositiveInfinity : highest;
        }
    }

    private static double Product(SparseRows examples, int row, float[] separator)
    {
        var columns = examples.ColumnsOf(row);
        var values = examples.ValuesOf(row);
        double even = separator[^1], odd = 0;
        var k = 0;
        for (; k + 1 < columns.Length; k += 2)
        {
            even += separator[columns[k]] * values[k];
            odd += separator[columns[k + 1]] * values[k + 1];
        }

        return k < columns.Length ? even + odd + (separator[columns[k]] * values[k]) : even + odd;
    }

    private static void AddTo(float[] separator, SparseRows examples, int row, float step)
    {
        var columns = examples.ColumnsOf(row);
        var values = examples.ValuesOf(row);
        for (var k = 0; k < columns.Length; k++)
        {
            separator[columns[k]] += step * values[k];
        }

        separator[^1] += step;
    }
}
