namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>A mean from reviews drawn with unequal, known probabilities.</summary>
/// <param name="Value">The estimate; can leave the range of the labels.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Normal interval; null when the standard error is 0.</param>
/// <param name="Lambda">Weight of the judge.</param>
public readonly record struct ActiveEstimate(double Value, double StandardError, Interval? Interval, double Lambda);
