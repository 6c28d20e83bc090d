namespace ConvoEval.Statistics.Comparison;

/// <summary>Rate differences of common strata, weighted by one fixed mix (direct standardisation).</summary>
/// <param name="Value">New minus old at that mix.</param>
/// <param name="StandardError">Its standard error, weights taken as fixed.</param>
/// <param name="Interval">Normal interval; null when the standard error is 0.</param>
public readonly record struct StandardisedDifference(double Value, double StandardError, Interval? Interval);
