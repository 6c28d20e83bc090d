namespace ConvoEval.Statistics.Proportions;

/// <summary>A net promoter score, −1…1.</summary>
/// <param name="Score">Promoters minus detractors over all answers.</param>
/// <param name="StandardError">Standard error of the multinomial mean; 0 when all answers are of one kind.</param>
/// <param name="Interval">Adjusted Wald interval.</param>
public readonly record struct NetPromoterEstimate(double Score, double StandardError, Interval Interval);
