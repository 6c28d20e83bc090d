using System;

namespace ConvoEval.Statistics.Clusters;

/// <summary>
/// Fieller's (1954) interval for a ratio of two means, which admits that a denominator near 0 leaves none.
/// </summary>
/// <param name="Ratio">The point estimate.</param>
/// <param name="G">(critical · SE of the denominator / denominator)²; 1 or above: the denominator may be 0.</param>
/// <param name="Shape">Form of the confidence set.</param>
/// <param name="Interval">The interval; null unless bounded and wider than 0: report "not estimable".</param>
public readonly record struct FiellerInterval(double Ratio, double G, FiellerShape Shape, Interval? Interval)
{
    /// <summary>
    /// Variances and covariance are those of the means, <paramref name="critical"/> is the z or t quantile. Null when
    /// the denominator is 0. Throws for negative variances and values that are not finite. O(1).
    /// </summary>
    public static FiellerInterval? Estimate(
        double numerator,
        double numeratorVariance,
        double denominator,
        double denominatorVariance,
        double covariance,
        double critical)
    {
        Require.Finite(numerator);
        Require.NotNegative(numeratorVariance);
        Require.Finite(denominator);
        Require.NotNegative(denominatorVariance);
        Require.Finite(covariance);
        Require.Positive(critical);
        if (denominator == 0)
            return null;
        double square = critical * critical;
        double g = square * denominatorVariance / (denominator * denominator);
        double ratio = numerator / denominator;
        if (g >= 1)
        {
            double a = denominator * denominator - square * denominatorVariance;
            double b = -2 * (numerator * denominator - square * covariance);
            double c = numerator * numerator - square * numeratorVariance;
            var shape = a == 0 || b * b - 4 * a * c < 0 ? FiellerShape.Unbounded : FiellerShape.Exclusive;
            return new FiellerInterval(ratio, g, shape, null);
        }

        double residual = numeratorVariance;
        double centre = ratio;
        if (denominatorVariance > 0)
        {
            residual = numeratorVariance - 2 * ratio * covariance + ratio * ratio * denominatorVariance
                - g * (numeratorVariance - covariance * covariance / denominatorVariance);
            centre = ratio - g * covariance / denominatorVariance;
        }

        double half = Math.Abs(critical / denominator) * Math.Sqrt(Math.Max(0, residual)) / (1 - g);
        return new FiellerInterval(
            ratio, g, FiellerShape.Bounded, Statistics.Interval.Around(centre / (1 - g), half));
    }
}
