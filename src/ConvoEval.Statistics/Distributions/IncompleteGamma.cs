using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// The regularised incomplete gamma functions by series (below the mean) or continued fraction (above it; Lentz's
/// method, DLMF 8.11.4 and 8.9.2) with Loader's prefactor. O(√a).
/// </summary>
internal static class IncompleteGamma
{
    private const int MostSteps = 1_000_000;

    /// <summary>Lower and upper tail of Gamma(shape a, rate 1) at x.</summary>
    public static (double Lower, double Upper) Tails(double a, double x)
    {
        if (x <= 0)
            return (0, 1);
        double weight = SaddlePoint.Poisson(a, x);
        if (x < a + 1)
        {
            double lower = Math.Min(1, weight * Series(a, x));
            return (lower, 1 - lower);
        }

        double upper = Math.Min(1, weight * a * Fraction(a, x));
        return (1 - upper, upper);
    }

    /// <summary>Density of Gamma(shape a, rate 1) at x above 0.</summary>
    public static double Density(double a, double x) => SaddlePoint.Poisson(a, x) * a / x;

    private static double Series(double a, double x)
    {
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= MostSteps && term > sum * 1e-17; k++)
        {
            term *= x / (a + k);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double result = d;
        for (int i = 1; i <= MostSteps; i++)
        {
            double an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.Abs(d) < 1e-300 ? 1e-300 : d);
            c = b + an / c;
            c = Math.Abs(c) < 1e-300 ? 1e-300 : c;
            double step = d * c;
            result *= step;
            if (Math.Abs(step - 1) < 1e-16)
                break;
        }

        return result;
    }
}
