using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// Binomial and Poisson weights at real arguments without the cancellation of large log-gammas
/// (C. Loader 2000, "Fast and accurate computation of binomial probabilities"). O(1).
/// </summary>
internal static class SaddlePoint
{
    /// <summary>
    /// Γ(s+f+1)/(Γ(s+1)Γ(f+1)) · p^s · q^f with q = 1−p given, so that a tiny p or q keeps its digits.
    /// </summary>
    public static double Binomial(double successes, double failures, double p, double q)
    {
        double n = successes + failures;
        if (p == 0)
            return successes == 0 ? 1 : 0;
        if (q == 0)
            return failures == 0 ? 1 : 0;
        if (n == 0)
            return 1;
        if (successes == 0)
            return Math.Exp(p < 0.1 ? -Deviance(n, n * q, n * p) - n * p : n * Math.Log(q));
        if (failures == 0)
            return Math.Exp(q < 0.1 ? -Deviance(n, n * p, n * q) - n * q : n * Math.Log(p));
        // Successes minus their mean, taken from whichever of p and q is the small and hence exact one.
        double gap = p <= q ? successes - n * p : n * q - failures;
        double logarithm = GammaFunction.StirlingRemainder(n)
            - GammaFunction.StirlingRemainder(successes)
            - GammaFunction.StirlingRemainder(failures)
            - Deviance(successes, n * p, gap)
            - Deviance(failures, n * q, -gap);
        return Math.Exp(logarithm) * Math.Sqrt(n / successes / failures / (2 * Math.PI));
    }

    /// <summary>λ^k e^(−λ) / Γ(k+1) for k, λ of 0 or above.</summary>
    public static double Poisson(double count, double mean)
    {
        if (mean == 0)
            return count == 0 ? 1 : 0;
        if (count == 0)
            return Math.Exp(-mean);
        return Math.Exp(-GammaFunction.StirlingRemainder(count) - Deviance(count, mean, count - mean))
            / Math.Sqrt(2 * Math.PI * count);
    }

    /// <summary>x ln(x/m) + m − x with gap = x − m given, by series where the terms would cancel.</summary>
    private static double Deviance(double x, double mean, double gap)
    {
        if (Math.Abs(gap) >= 0.1 * (x + mean))
            return x * Math.Log(x / mean) - gap;
        double v = gap / (x + mean);
        double sum = gap * v;
        double term = 2 * x * v;
        for (int j = 1; j < 1000; j++)
        {
            term *= v * v;
            double next = sum + term / (2 * j + 1);
            if (next == sum)
                break;
            sum = next;
        }

        return sum;
    }
}
