using System;

namespace ConvoEval.Statistics.Moments;

/// <summary>
/// Sums, means, variances and covariances of finite numbers. Sums are compensated (Neumaier 1974), variances are
/// two-pass with divisor n−1, so values with a large common offset lose nothing. O(n) each, no allocation.
/// Callers check that values are finite; empty input and n = 1 are stated per method.
/// </summary>
public static class SampleMoments
{
    /// <summary>The sum; 0 for no values.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = default(CompensatedSum);
        foreach (double value in values)
            sum.Add(value);
        return sum.Value;
    }

    /// <summary>The arithmetic mean; throws for no values.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length, nameof(values));
        return Sum(values) / values.Length;
    }

    /// <summary>Variance with divisor n−1; throws for fewer than two values; exactly 0 for constant input.</summary>
    public static double Variance(ReadOnlySpan<double> values) => Covariance(values, values);

    /// <summary>Covariance with divisor n−1; throws for fewer than two pairs.</summary>
    public static double Covariance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first.Length, 2, nameof(first));
        Require.SameLength(first.Length, second.Length, "partner");
        if (IsConstant(first) || IsConstant(second))
            return 0;
        double meanFirst = Mean(first);
        double meanSecond = Mean(second);
        var sum = default(CompensatedSum);
        for (int i = 0; i < first.Length; i++)
            sum.Add((first[i] - meanFirst) * (second[i] - meanSecond));
        return sum.Value / (first.Length - 1);
    }

    /// <summary>Pearson's correlation; null when either side is constant or there are fewer than two pairs.</summary>
    public static double? Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Require.SameLength(first.Length, second.Length, "partner");
        if (first.Length < 2)
            return null;
        double product = Variance(first) * Variance(second);
        return product > 0 ? Math.Clamp(Covariance(first, second) / Math.Sqrt(product), -1, 1) : null;
    }

    private static bool IsConstant(ReadOnlySpan<double> values) => !values.ContainsAnyExcept(values[0]);
}
