namespace ConvoEval.Statistics.Proportions;

/// <summary>A test statistic and its p-value.</summary>
/// <param name="Statistic">The statistic on its own scale (z, χ²).</param>
/// <param name="PValue">p-value from 0 to 1; two-sided where the statistic has a sign.</param>
public readonly record struct SignificanceTest(double Statistic, double PValue);
