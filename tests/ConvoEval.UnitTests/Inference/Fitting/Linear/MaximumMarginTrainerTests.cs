using System;
using System.Threading;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Linear;

public sealed class MaximumMarginTrainerTests
{
    [Fact]
    public void Two_points_have_the_separator_of_a_calculation_by_hand()
    {
        // Points +1 and -1 on one axis with a constant feature, cost 1: minimise (w² + b²) / 2 + 2 max(0, 1 - w)² for
        // b = 0,
        // so w = 4 (1 - w), w = 0.8.
        var rows = SparseRows.Of([0, 1, 2], [0, 0], [1, -1]);

        var weights = MaximumMarginTrainer.Fit(rows, [0, 1], 2, 1, Options(1) with { Tolerance = 1e-6 }, Token);

        Assert.Equal(0.8, weights.Values[0], 1e-4);
        Assert.Equal(-0.8, weights.Values[1], 1e-4);
        Assert.Equal(0, weights.Bias[0], 1e-4);
    }

    [Fact]
    public void The_number_of_threads_does_not_show()
    {
        var (rows, classes) = Random(400, 30, 6);

        var one = MaximumMarginTrainer.Fit(rows, classes, 6, 30, Options(1), Token);
        var four = MaximumMarginTrainer.Fit(rows, classes, 6, 30, Options(4), Token);

        Assert.Equal(one.Values, four.Values);
        Assert.Equal(one.Bias, four.Bias);
    }

    [Fact]
    public void Shrinking_does_not_change_where_the_optimum_is()
    {
        var (rows, classes) = Random(300, 20, 3);

        var loose = MaximumMarginTrainer.Fit(
            rows, classes, 3, 20, Options(2) with { Tolerance = 1e-4, MaxPasses = 2000 }, Token);

        // At the optimum of the primal the gradient vanishes: w = 2 C Σ max(0, 1 - y f) y x.
        for (var target = 0; target < 3; target++)
        {
            var gradient = new double[20];
            for (var i = 0; i < rows.Count; i++)
            {
                var scores = new float[3];
                loose.Score(rows.ColumnsOf(i), rows.ValuesOf(i), scores);
                var side = classes[i] == target ? 1 : -1;
                var slack = Math.Max(0, 1 - (side * scores[target]));
                for (var k = 0; k < rows.ColumnsOf(i).Length; k++)
                {
                    gradient[rows.ColumnsOf(i)[k]] += 2 * slack * side * rows.ValuesOf(i)[k];
                }
            }

            for (var feature = 0; feature < 20; feature++)
            {
                Assert.Equal(loose.Values[(feature * 3) + target], gradient[feature], 2e-2);
            }
        }
    }

    [Fact]
    public void A_stopped_training_throws()
    {
        var (rows, classes) = Random(10, 5, 2);
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => MaximumMarginTrainer.Fit(rows, classes, 2, 5, Options(2), source.Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MaximumMarginOptions Options(int threads) => new() { Seed = 1, Threads = threads };

    private static (SparseRows Rows, int[] Classes) Random(int count, int features, int classes)
    {
        var random = new SeededShuffle(42);
        var starts = new int[count + 1];
        var columns = new int[count * 4];
        var values = new float[count * 4];
        var classOf = new int[count];
        for (var i = 0; i < count; i++)
        {
            classOf[i] = random.NextBelow(classes);
            starts[i + 1] = (i + 1) * 4;
            var first = random.NextBelow(features / 4);
            for (var k = 0; k < 4; k++)
            {
                columns[(i * 4) + k] = (k * (features / 4)) + first;
                values[(i * 4) + k] = random.NextSingle() + (k == 0 ? classOf[i] : 0);
            }
        }

        return (SparseRows.Of(starts, columns, values), classOf);
    }
}
