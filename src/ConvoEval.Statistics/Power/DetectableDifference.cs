namespace ConvoEval.Statistics.Power;

/// <summary>The smallest change that a sample would find.</summary>
public static class DetectableDifference
{
    /// <summary>
    /// Smallest drop below <paramref name="rate"/> found with the given power by two independent samples of
    /// <paramref name="unitsPerVersion"/> (Fleiss 1981 solved for the difference by bisection). Null when not even a
    /// drop to 0 would be found.
    /// </summary>
    public static double? Drop(double rate, long unitsPerVersion, double alpha, double power) =>
        Solve(rate, unitsPerVersion, alpha, power, -1, rate);

    /// <summary>The same for a rise; null when not even a rise to 1 would be found.</summary>
    public static double? Rise(double rate, long unitsPerVersion, double alpha, double power) =>
        Solve(rate, unitsPerVersion, alpha, power, 1, 1 - rate);

    private static double? Solve(double rate, long units, double alpha, double power, int sign, double most)
    {
        Require.Probability(rate);
        Require.NotNegative(units);
        (double za, double zb) = SampleSize.Quantiles(alpha / 2, power);
        if (units == 0 || most == 0 || Excess(most) > 0)
            return null;
        double low = 0;
        double high = most;
        for (int step = 0; step < 200 && low < high; step++)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                break;
            if (Excess(middle) > 0)
                low = middle;
            else
                high = middle;
        }

        return high;

        // Units needed beyond those there, times the squared difference.
        double Excess(double difference) =>
            SampleSize.Numerator(rate, rate + sign * difference, za, zb) - units * difference * difference;
    }
}
