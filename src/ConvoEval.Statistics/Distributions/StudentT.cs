using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// Student's t with degrees of freedom above 0 (whole or not), through the incomplete beta function. Relative error
/// below 1e-12 up to thousands of degrees of freedom, 1e-10 up to a million, 1e-7 up to a billion.
/// </summary>
public static class StudentT
{
    /// <summary>P(T &gt; t).</summary>
    public static double Survival(double t, double degreesOfFreedom)
    {
        Require.Finite(t);
        Require.Positive(degreesOfFreedom);
        double square = t * t;
        double sum = degreesOfFreedom + square;
        double half = double.IsPositiveInfinity(sum)
            ? 0
            : 0.5 * IncompleteBeta.Tails(0.5, degreesOfFreedom / 2, square / sum, degreesOfFreedom / sum).Upper;
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>P(T ≤ t).</summary>
    public static double Cdf(double t, double degreesOfFreedom) => Survival(-t, degreesOfFreedom);

    /// <summary>Two-sided p-value of a t statistic.</summary>
    public static double TwoSidedP(double t, double degreesOfFreedom) =>
        Math.Min(1, 2 * Survival(Math.Abs(t), degreesOfFreedom));

    /// <summary>
    /// The t with P(T ≤ t) = p, p strictly between 0 and 1. With one degree of freedom tails below 1e-150 overflow.
    /// </summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        Require.Level(p);
        Require.Positive(degreesOfFreedom);
        if (p == 0.5)
            return 0;
        return p > 0.5 ? UpperQuantile(1 - p, degreesOfFreedom) : -UpperQuantile(p, degreesOfFreedom);
    }

    /// <summary>The t with a share <paramref name="level"/> of the distribution between −t and t.</summary>
    public static double TwoSided(double level, double degreesOfFreedom)
    {
        Require.Level(level);
        Require.Positive(degreesOfFreedom);
        return UpperQuantile((1 - level) / 2, degreesOfFreedom);
    }

    private static double UpperQuantile(double tail, double degreesOfFreedom)
    {
        double b = degreesOfFreedom / 2;
        // t² / (t² + ν) is Beta(½, ν/2). Far out it is close to 1, so its complement is sought there.
        if (2 * tail < IncompleteBeta.Tails(0.5, b, 0.5, 0.5).Upper)
        {
            double rest = BetaDistribution.Quantile(2 * tail, b, 0.5);
            return Math.Sqrt(degreesOfFreedom) * Math.Sqrt((1 - rest) / rest);
        }

        double share = BetaDistribution.UpperQuantile(2 * tail, 0.5, b);
        return Math.Sqrt(degreesOfFreedom * share / (1 - share));
    }
}
