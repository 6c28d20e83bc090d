using System;
using MathNet.Numerics;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// The normal distribution with mean 0 and variance 1 (error functions of MathNet.Numerics after Boost). O(1).
/// </summary>
public static class StandardNormal
{
    private const double SqrtTwo = 1.41421356237309504880168872421;

    /// <summary>Φ(x), with relative precision in the lower tail; throws when x is not finite.</summary>
    public static double Cdf(double x)
    {
        Require.Finite(x);
        return 0.5 * SpecialFunctions.Erfc(-x / SqrtTwo);
    }

    /// <summary>1 − Φ(x), with relative precision in the upper tail.</summary>
    public static double Survival(double x) => Cdf(-x);

    /// <summary>Φ⁻¹(p) for p strictly between 0 and 1; negative below one half.</summary>
    public static double Quantile(double p)
    {
        Require.Level(p);
        return -SqrtTwo * SpecialFunctions.ErfcInv(2 * p);
    }

    /// <summary>
    /// The z with a share <paramref name="level"/> of the distribution between −z and z; 1.96 for 0.95.
    /// </summary>
    public static double TwoSided(double level)
    {
        Require.Level(level);
        return -Quantile((1 - level) / 2);
    }

    /// <summary>Two-sided p-value of a z statistic.</summary>
    public static double TwoSidedP(double z) => Math.Min(1, 2 * Survival(Math.Abs(z)));
}
