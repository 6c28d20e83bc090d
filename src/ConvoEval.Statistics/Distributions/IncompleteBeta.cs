using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// The regularised incomplete beta function by its continued fraction (Lentz's method, DLMF 8.17.22) with Loader's
/// prefactor. The smaller tail is the one computed, so tails keep relative precision. O(√max(a,b)).
/// </summary>
internal static class IncompleteBeta
{
    private const int MostSteps = 1_000_000;
    private const double Tiny = 1e-300;

    /// <summary>
    /// Lower and upper tail of Beta(a, b) at x, where y = 1−x is given too so that neither loses digits.
    /// </summary>
    public static (double Lower, double Upper) Tails(double a, double b, double x, double y)
    {
        if (x <= 0)
            return (0, 1);
        if (y <= 0)
            return (1, 0);
        double weight = SaddlePoint.Binomial(a, b, x, y) / (a + b);
        if (x <= (a + 1) / (a + b + 2))
        {
            double lower = Math.Min(1, weight * b * Fraction(a, b, x));
            return (lower, 1 - lower);
        }

        double upper = Math.Min(1, weight * a * Fraction(b, a, y));
        return (1 - upper, upper);
    }

    /// <summary>Density of Beta(a, b) at x inside (0, 1).</summary>
    public static double Density(double a, double b, double x, double y) =>
        SaddlePoint.Binomial(a, b, x, y) * a * b / ((a + b) * x * y);

    private static double Fraction(double a, double b, double x)
    {
        double c = 1;
        double d = 1 / Nonzero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m <= MostSteps; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Nonzero(1 + even * d);
            c = Nonzero(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Nonzero(1 + odd * d);
            c = Nonzero(1 + odd / c);
            double step = d * c;
            result *= step;
            if (Math.Abs(step - 1) < 1e-16)
                return result;
        }

        return result;
    }

    private static double Nonzero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
