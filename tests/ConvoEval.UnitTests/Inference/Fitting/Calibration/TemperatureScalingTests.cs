using System;
using System.Linq;
using ConvoEval.Inference.Fitting.Calibration;
using ConvoEval.Inference.Fitting.Linear;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Calibration;

public sealed class TemperatureScalingTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_temperature_that_made_the_labels_is_found(double temperature)
    {
        // Labels are drawn from softmax(score / temperature) over two classes: P(first) = 1 / (1 + exp(-gap /
        // temperature)).
        var random = new SeededShuffle(5);
        const int count = 20_000;
        var scores = new float[count][];
        var classes = new int[count];
        for (var i = 0; i < count; i++)
        {
            var gap = (float)(4 * temperature * (random.NextSingle() - 0.5f));
            scores[i] = [gap, 0];
            classes[i] = random.NextSingle() < 1 / (1 + Math.Exp(-gap / temperature)) ? 0 : 1;
        }

        Assert.InRange(TemperatureScaling.Fit(scores, classes) / temperature, 0.93, 1.07);
    }

    [Fact]
    public void Out_of_scope_items_do_not_count()
    {
        float[][] scores = [[1, 0], [0, 1], [5, -5]];

        Assert.Equal(
            TemperatureScaling.Fit([.. scores.Take(2)], [0, 1]), TemperatureScaling.Fit(scores, [0, 1, -1]));
    }

    [Fact]
    public void The_log_sum_of_large_scores_does_not_overflow() =>
        Assert.Equal(10_000 + Math.Log(2), TemperatureScaling.LogSumExp([10_000f, 10_000f], 1), 1e-9);
}
