using System;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Comparison;

/// <summary>
/// CUPED (Deng et al. 2013): a mean with the part taken out that a covariate from before the version acted explains
/// (intent prior, difficulty of the first message). Variance shrinks by the squared correlation.
/// </summary>
public sealed record Cuped
{
    /// <summary>Slope Cov(y, x)/Var(x); 0 for a constant covariate.</summary>
    public required double Slope { get; init; }

    /// <summary>Mean of the raw values.</summary>
    public required double RawMean { get; init; }

    /// <summary>Standard error of <see cref="RawMean"/>.</summary>
    public required double RawStandardError { get; init; }

    /// <summary>Mean of y − slope·(x − reference).</summary>
    public required double AdjustedMean { get; init; }

    /// <summary>Standard error of <see cref="AdjustedMean"/>.</summary>
    public required double AdjustedStandardError { get; init; }

    /// <summary>Correlation of value and covariate; null when either is constant.</summary>
    public double? Correlation { get; init; }

    /// <summary>Adjusted over raw variance = 1 − r²; null when the values are constant.</summary>
    public double? VarianceRatio { get; init; }

    /// <summary>
    /// Adjusts to <paramref name="referenceMean"/>, the mean of the covariate over both versions. Null for fewer than
    /// two values. Throws for values that are not finite. O(n).
    /// </summary>
    public static Cuped? Adjust(ReadOnlySpan<double> values, ReadOnlySpan<double> covariate, double referenceMean)
    {
        Require.SameLength(values.Length, covariate.Length, "covariate");
        Require.Finite(values);
        Require.Finite(covariate);
        Require.Finite(referenceMean);
        int n = values.Length;
        if (n < 2)
            return null;
        double spread = SampleMoments.Variance(covariate);
        double slope = spread > 0 ? SampleMoments.Covariance(values, covariate) / spread : 0;
        double[] adjusted = new double[n];
        for (int i = 0; i < n; i++)
            adjusted[i] = values[i] - slope * (covariate[i] - referenceMean);
        double raw = SampleMoments.Variance(values);
        double rest = SampleMoments.Variance(adjusted);
        return new Cuped
        {
            Slope = slope,
            RawMean = SampleMoments.Mean(values),
            RawStandardError = Math.Sqrt(raw / n),
            AdjustedMean = SampleMoments.Mean(adjusted),
            AdjustedStandardError = Math.Sqrt(rest / n),
            Correlation = SampleMoments.Correlation(values, covariate),
            VarianceRatio = raw > 0 ? rest / raw : null,
        };
    }
}
