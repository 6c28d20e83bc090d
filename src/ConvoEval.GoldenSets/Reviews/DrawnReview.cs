namespace ConvoEval.GoldenSets.Reviews;

/// <summary>A response that was drawn.</summary>
/// <param name="Id">Stable id, which the golden verdict will have: a hash of conversation, turn and version.</param>
/// <param name="Candidate">The response.</param>
/// <param name="Probability">Probability with which this draw took it, above 0 to 1, to nine significant digits.</param>
public sealed record DrawnReview(string Id, ReviewCandidate Candidate, double Probability);
