namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>All items on which the judge ended alike, and what people said of those that were reviewed.</summary>
/// <param name="Name">What the judge said, such as "passed".</param>
/// <param name="Population">All such items, reviewed or not; at least the reviews.</param>
/// <param name="IsGraded">Whether the judge gave them a grade.</param>
/// <param name="Good">Reviewed and found good.</param>
/// <param name="Bad">Reviewed and found bad.</param>
/// <param name="NotApplicable">Reviewed and found to be no case for a grade.</param>
public sealed record PostStratum(
    string Name, long Population, bool IsGraded, ReviewTally Good, ReviewTally Bad, ReviewTally NotApplicable);
