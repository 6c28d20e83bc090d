namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>A mean from human labels on a random sample and judge scores on everything.</summary>
public sealed record PredictionPoweredEstimate
{
    /// <summary>The estimate.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error; 0 when the labels had no spread.</summary>
    public required double StandardError { get; init; }

    /// <summary>Normal interval; null when the standard error is 0.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Weight of the judge, 0 (ignored) to 1 (plain PPI) when tuned.</summary>
    public required double Lambda { get; init; }

    /// <summary>The tuned weight before it was held to 0…1.</summary>
    public required double LambdaUnclipped { get; init; }

    /// <summary>Human labels used, pseudo-labels included.</summary>
    public required double Labels { get; init; }

    /// <summary>Mean of the human labels alone.</summary>
    public required double HumanValue { get; init; }

    /// <summary>Standard error of <see cref="HumanValue"/>.</summary>
    public required double HumanStandardError { get; init; }

    /// <summary>Normal interval of <see cref="HumanValue"/>; null when its standard error is 0.</summary>
    public Interval? HumanInterval { get; init; }

    /// <summary>Correlation of human labels and judge scores; null when either is constant.</summary>
    public double? Correlation { get; init; }

    /// <summary>Standard deviation of label minus λ times score: what a further label costs in uncertainty.</summary>
    public required double RectifierDeviation { get; init; }

    /// <summary>
    /// How many times more human labels would have been needed without the judge; null when a standard error is 0.
    /// </summary>
    public double? LabelsSavedFactor =>
        StandardError > 0 && HumanStandardError > 0
            ? HumanStandardError * HumanStandardError / (StandardError * StandardError)
            : null;

    /// <summary>The most this judge could ever save, 1/(1−r²); null without a correlation below 1.</summary>
    public double? LabelsSavedLimit => Correlation is { } r && r * r < 1 ? 1 / (1 - r * r) : null;
}
