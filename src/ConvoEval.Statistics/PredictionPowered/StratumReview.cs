namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>The reviews of one stratum.</summary>
/// <param name="Name">Name of the stratum, such as an intent.</param>
/// <param name="Weight">Its share of all items, 0…1.</param>
/// <param name="Counts">Reviewed and unreviewed items in it.</param>
public sealed record StratumReview(string Name, double Weight, ReviewCounts Counts);
