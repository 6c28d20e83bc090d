namespace ConvoEval.Statistics.Comparison;

/// <summary>The part of one common stratum in a difference, new minus old.</summary>
/// <param name="Name">Name of the stratum.</param>
/// <param name="OldWeight">Its share of the common trials of the older version.</param>
/// <param name="NewWeight">Its share of the common trials of the newer version.</param>
/// <param name="OldRate">Rate of the older version in it.</param>
/// <param name="NewRate">Rate of the newer version in it.</param>
/// <param name="Mix">Part due to its changed weight.</param>
/// <param name="Within">Part due to the change of its rate.</param>
/// <param name="WithinInterval">Newcombe interval of <paramref name="Within"/>, weights taken as fixed.</param>
public readonly record struct StratumShift(
    string Name,
    double OldWeight,
    double NewWeight,
    double OldRate,
    double NewRate,
    double Mix,
    double Within,
    Interval WithinInterval)
{
    /// <summary>Mix plus within.</summary>
    public double Total => Mix + Within;
}
