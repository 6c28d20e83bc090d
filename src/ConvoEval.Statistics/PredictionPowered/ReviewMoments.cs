namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>All that prediction-powered inference needs to know of its data. Variances have divisor n−1.</summary>
internal readonly record struct ReviewMoments
{
    public required double Labels { get; init; }

    public required double MeanLabel { get; init; }

    public required double VarianceLabel { get; init; }

    public required double MeanScore { get; init; }

    public required double VarianceScore { get; init; }

    public required double Covariance { get; init; }

    public required double Unlabelled { get; init; }

    public required double MeanUnlabelled { get; init; }

    public required double VarianceUnlabelled { get; init; }
}
