namespace ConvoEval.Statistics.Distributions;

/// <summary>χ² with degrees of freedom above 0, through the incomplete gamma function.</summary>
public static class ChiSquared
{
    /// <summary>P(X &gt; x).</summary>
    public static double Survival(double x, double degreesOfFreedom)
    {
        Require.Finite(x);
        Require.Positive(degreesOfFreedom);
        return IncompleteGamma.Tails(degreesOfFreedom / 2, x / 2).Upper;
    }

    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x, double degreesOfFreedom)
    {
        Require.Finite(x);
        Require.Positive(degreesOfFreedom);
        return IncompleteGamma.Tails(degreesOfFreedom / 2, x / 2).Lower;
    }

    /// <summary>The x with P(X ≤ x) = p, p strictly between 0 and 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        Require.Level(p);
        Require.Positive(degreesOfFreedom);
        return 2 * GammaQuantile(degreesOfFreedom / 2, p > 0.5 ? 1 - p : p, isUpper: p > 0.5);
    }

    /// <summary>The x at which a tail of Gamma(shape, rate 1) is <paramref name="tail"/>.</summary>
    internal static double GammaQuantile(double shape, double tail, bool isUpper) =>
        QuantileSearch.Find(
            x => IncompleteGamma.Tails(shape, x),
            x => IncompleteGamma.Density(shape, x),
            tail,
            isUpper,
            shape,
            double.PositiveInfinity);
}
