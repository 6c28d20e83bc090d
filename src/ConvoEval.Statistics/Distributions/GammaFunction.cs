using System;
using MathNet.Numerics;

namespace ConvoEval.Statistics.Distributions;

/// <summary>The logarithm of the gamma function and Stirling's remainder.</summary>
public static class GammaFunction
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>ln Γ(x) for finite x above 0 (Lanczos series of MathNet.Numerics); O(1).</summary>
    public static double LogGamma(double x)
    {
        Require.Positive(x);
        return x > 15 ? (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + SeriesRemainder(x) : SpecialFunctions.GammaLn(x);
    }

    /// <summary>ln Γ(x+1) − (x+½) ln x + x − ½ ln 2π for x above 0 (Loader 2000).</summary>
    internal static double StirlingRemainder(double x) =>
        x > 15
            ? SeriesRemainder(x)
            : SpecialFunctions.GammaLn(x + 1) - (x + 0.5) * Math.Log(x) + x - HalfLogTwoPi;

    private static double SeriesRemainder(double x)
    {
        double square = x * x;
        double late = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square;
        return (1.0 / 12 - (1.0 / 360 - late / square) / square) / x;
    }
}
