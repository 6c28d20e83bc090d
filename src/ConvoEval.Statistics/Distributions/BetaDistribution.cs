namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// The beta distribution with shapes a and b above 0; see <see cref="IncompleteBeta"/> for method and cost.
/// </summary>
public static class BetaDistribution
{
    /// <summary>P(X ≤ x); 0 below 0 and 1 above 1.</summary>
    public static double Cdf(double x, double a, double b)
    {
        Check(a, b);
        Require.Finite(x);
        return IncompleteBeta.Tails(a, b, x, 1 - x).Lower;
    }

    /// <summary>P(X &gt; x), with relative precision in the upper tail.</summary>
    public static double Survival(double x, double a, double b)
    {
        Check(a, b);
        Require.Finite(x);
        return IncompleteBeta.Tails(a, b, x, 1 - x).Upper;
    }

    /// <summary>The x with P(X ≤ x) = p; 0 for p = 0 and 1 for p = 1.</summary>
    public static double Quantile(double p, double a, double b) => FromTail(p, a, b, isUpper: false);

    /// <summary>The x with P(X &gt; x) = p, exact for tiny p.</summary>
    public static double UpperQuantile(double p, double a, double b) => FromTail(p, a, b, isUpper: true);

    private static double FromTail(double p, double a, double b, bool isUpper)
    {
        Check(a, b);
        Require.Probability(p);
        if (p is 0 or 1)
            return (p == 1) != isUpper ? 1 : 0;
        return QuantileSearch.Find(
            x => IncompleteBeta.Tails(a, b, x, 1 - x),
            x => IncompleteBeta.Density(a, b, x, 1 - x),
            p,
            isUpper,
            a / (a + b),
            1);
    }

    private static void Check(double a, double b)
    {
        Require.Positive(a);
        Require.Positive(b);
    }
}
