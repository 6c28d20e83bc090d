using System;
using System.Collections.Generic;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Calibration;

/// <summary>
/// One number that divides scores before the softmax, so that probabilities mean what they say (Guo, Pleiss, Sun and
/// Weinberger
/// 2017). It minimises the negative log likelihood of held-out scores, which is convex in the inverse temperature.
/// </summary>
internal static class TemperatureScaling
{
    private const double Lowest = 0.01;
    private const double Highest = 10;
    private const int Steps = 40;

    /// <summary>The temperature, between 0.01 and 10. O(items · classes · 40).</summary>
    /// <param name="scores">Scores per item.</param>
    /// <param name="classOf">Right class per item; items of class -1 are left out.</param>
    public static double Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> classOf)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        double low = PortableMath.Log(1 / Highest), high = PortableMath.Log(1 / Lowest);
        var left = high - (golden * (high - low));
        var right = low + (golden * (high - low));
        var leftLoss = Loss(scores, classOf, PortableMath.Exp(left));
        var rightLoss = Loss(scores, classOf, PortableMath.Exp(right));
        for (var step = 0; step < Steps; step++)
        {
            if (leftLoss <= rightLoss)
            {
                (high, right, rightLoss) = (right, left, leftLoss);
                left = high - (golden * (high - low));
                leftLoss = Loss(scores, classOf, PortableMath.Exp(left));
            }
            else
            {
                (low, left, leftLoss) = (left, right, rightLoss);
                right = low + (golden * (high - low));
                rightLoss = Loss(scores, classOf, PortableMath.Exp(right));
            }
        }

        return 1 / PortableMath.Exp((low + high) / 2);
    }

    /// <summary>Log of the sum of exponentials of scores times a factor.</summary>
    public static double LogSumExp(ReadOnlySpan<float> scores, double factor)
    {
        const double negligible = -40;
        var largest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score * factor);
        }

        double sum = 0;
        foreach (var score in scores)
        {
            var below = (score * factor) - largest;
            sum += below < negligible ? 0 : PortableMath.Exp(below);
        }

        return largest + PortableMath.Log(sum);
    }

    private static double Loss(IReadOnlyList<float[]> scores, IReadOnlyList<int> classOf, double inverseTemperature)
    {
        double loss = 0;
        for (var i = 0; i < scores.Count; i++)
        {
            if (classOf[i] >= 0)
            {
                loss += LogSumExp(scores[i], inverseTemperature) - (scores[i][classOf[i]] * inverseTemperature);
            }
        }

        return loss;
    }
}
