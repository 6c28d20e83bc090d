using System;

namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>Score interval of a share (Wilson 1927).</summary>
internal static class WilsonInterval
{
    /// <summary>The share and its interval; nothing when <paramref name="total"/> is 0.</summary>
    public static Measurement Of(int hits, int total, double level)
    {
        if (total == 0)
        {
            return Measurement.None;
        }

        var z = NormalQuantile((1 + level) / 2);
        double n = total;
        var share = hits / n;
        var middle = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z / (1 + (z * z / n)) * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        return new Measurement(share, Math.Max(0, middle - half), Math.Min(1, middle + half), total);
    }

    /// <summary>
    /// Quantile of the normal distribution for probabilities from 0.5 to 1: bisection on an error function series.
    /// </summary>
    public static double NormalQuantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        double low = 0, high = 9;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Marsaglia 2004: 1/2 + phi(x) (x + x³/3 + x⁵/15 + …).</summary>
    private static double Cumulative(double x)
    {
        double sum = x, term = x, before = 0;
        for (var i = 3; sum != before; i += 2)
        {
            before = sum;
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Text.PortableMath.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }
}
