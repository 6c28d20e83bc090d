using System;

namespace ConvoEval.Statistics.Distributions;

/// <summary>
/// Inverts a continuous distribution on x of 0 or above: Newton steps on the logarithm of the asked tail, kept in a
/// bracket and replaced by bisection where they leave it. About ten evaluations; never more than 500.
/// </summary>
internal static class QuantileSearch
{
    /// <summary>
    /// The x whose lower (or upper) tail is <paramref name="probability"/>, strictly between 0 and 1.
    /// </summary>
    public static double Find(
        Func<double, (double Lower, double Upper)> tails,
        Func<double, double> density,
        double probability,
        bool isUpper,
        double start,
        double highest)
    {
        double low = 0;
        double high = highest;
        double x = start;
        for (int step = 0; step < 500; step++)
        {
            (double lower, double upper) = tails(x);
            double tail = isUpper ? upper : lower;
            if (tail == probability)
                return x;
            if ((tail > probability) == isUpper)
                low = x;
            else
                high = x;
            double slope = density(x);
            double change = tail > 0 && slope > 0 ? Math.Log(tail / probability) * tail / slope : double.NaN;
            double next = isUpper ? x + change : x - change;
            if (!(next > low && next < high))
                next = Middle(low, high);
            if (Math.Abs(next - x) <= 2e-16 * x || next == low || next == high)
                return next;
            x = next;
        }

        return x;
    }

    private static double Middle(double low, double high)
    {
        if (double.IsPositiveInfinity(high))
            return 2 * low + 1;
        if (low == 0)
            return high > 1e-290 ? high / 64 : high / 2;
        return high > 16 * low ? Math.Sqrt(low) * Math.Sqrt(high) : low + (high - low) / 2;
    }
}
