namespace ConvoEval.Statistics.Paired;

/// <summary>The mean difference of paired scores, first minus second.</summary>
public sealed record PairedMeansResult
{
    /// <summary>Pairs used.</summary>
    public required long Pairs { get; init; }

    /// <summary>Mean of first minus second.</summary>
    public required double MeanDifference { get; init; }

    /// <summary>Standard error of the mean difference; null for one pair, 0 when all differences are equal.</summary>
    public double? StandardError { get; init; }

    /// <summary>t statistic with pairs − 1 degrees of freedom; null without a positive standard error.</summary>
    public double? T { get; init; }

    /// <summary>Two-sided p-value; null with <see cref="T"/>.</summary>
    public double? PValue { get; init; }

    /// <summary>t interval; null with <see cref="T"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Correlation of the two scores; null when one is constant.</summary>
    public double? Correlation { get; init; }

    /// <summary>The standard error two independent samples of this size would have had; null for one pair.</summary>
    public double? UnpairedStandardError { get; init; }

    /// <summary>
    /// Paired over unpaired variance: below 1, pairing has paid; null when there is no unpaired variance.
    /// </summary>
    public double? VarianceRatio =>
        UnpairedStandardError is > 0 && StandardError is { } error
            ? error * error / (UnpairedStandardError * UnpairedStandardError)
            : null;
}
