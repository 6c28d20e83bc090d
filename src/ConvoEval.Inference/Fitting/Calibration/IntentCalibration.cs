using System;
using System.Collections.Generic;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Calibration;

/// <summary>What held-out scores say about a model: how sure it may be, and where to cut.</summary>
internal sealed record IntentCalibration
{
    /// <summary>
    /// Temperature of the free energy -t ln Σ exp(score / t), the out-of-scope score (Liu, Wang, Owens and Li 2020).
    /// Well below the one
    /// of the softmax: at 0.1 the energy is little more than the largest score, which tells strange texts better when
    /// examples are few.
    /// </summary>
    public const double EnergyTemperature = 0.1;

    /// <summary>Divides the scores before the softmax.</summary>
    public required double Temperature { get; init; }

    /// <summary>A higher out-of-scope score rejects a text.</summary>
    public required double OutOfScopeThreshold { get; init; }

    /// <summary>Least probability of an intent in a prediction set.</summary>
    public required double SetThreshold { get; init; }

    /// <summary>In-scope texts behind these numbers.</summary>
    public required int InScope { get; init; }

    /// <summary>Derives all from held-out scores.</summary>
    /// <param name="scores">Scores per text, made without that text.</param>
    /// <param name="classOf">Right class per text, -1 for out of scope; those are left out.</param>
    /// <param name="rejectionLevel">Share of in-scope texts that may be rejected.</param>
    /// <param name="setLevel">Share of in-scope texts whose set should hold the right intent.</param>
    public static IntentCalibration From(
        IReadOnlyList<float[]> scores, IReadOnlyList<int> classOf, double rejectionLevel, double setLevel)
    {
        var temperature = TemperatureScaling.Fit(scores, classOf);
        var energies = new List<double>();
        var misses = new List<double>();
        for (var i = 0; i < scores.Count; i++)
        {
            if (classOf[i] >= 0)
            {
                var logSum = TemperatureScaling.LogSumExp(scores[i], 1 / temperature);
                energies.Add(Energy(scores[i]));
                misses.Add(1 - PortableMath.Exp((scores[i][classOf[i]] / temperature) - logSum));
            }
        }

        return new IntentCalibration
        {
            Temperature = temperature,
            OutOfScopeThreshold = Math.Round(ConformalQuantile.Of(energies, 1 - rejectionLevel), 6),
            SetThreshold = Math.Round(1 - ConformalQuantile.Of(misses, setLevel), 6),
            InScope = energies.Count,
        };
    }

    /// <summary>Out-of-scope score of the scores of a text; the graph computes the same.</summary>
    public static double Energy(ReadOnlySpan<float> scores) =>
        -EnergyTemperature * TemperatureScaling.LogSumExp(scores, 1 / EnergyTemperature);
}
