using System;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>What a judge has to show before its verdicts count. Immutable; checked when it is used.</summary>
public sealed record LicenceOptions
{
    /// <summary>Confidence level of the intervals, two-sided. Default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Graded good responses needed, and as many bad ones. Default 30.</summary>
    public int MinimumPerClass { get; init; } = 30;

    /// <summary>Lowest lower bound of the sensitivity, from 0 to 1. Default 0.8.</summary>
    public double SensitivityLow { get; init; } = 0.8;

    /// <summary>Lowest lower bound of the specificity, from 0 to 1. Default 0.5.</summary>
    public double SpecificityLow { get; init; } = 0.5;

    /// <summary>Lowest lower bound of sensitivity + specificity − 1, from −1 to 1. Default 0.4.</summary>
    public double YoudenLow { get; init; } = 0.4;

    /// <summary>Highest share of unscored responses, from 0 to 1. Default 0.05.</summary>
    public double UnscoredShare { get; init; } = 0.05;

    /// <summary>Lower bound that the share of unscored responses has to exceed as well, so that one slip is no alarm. Default 0.02.</summary>
    public double UnscoredShareLow { get; init; } = 0.02;

    /// <summary>Good nights in a row before a lost licence comes back, from 1. Default 2.</summary>
    public int GoodNightsToReturn { get; init; } = 2;

    /// <summary>Throws when a value is outside its range.</summary>
    internal void Check()
    {
        Inside(nameof(Level), Level, Level is > 0 and < 1, "above 0 and below 1");
        Inside(nameof(MinimumPerClass), MinimumPerClass, MinimumPerClass >= 1, "1 or above");
        Inside(nameof(SensitivityLow), SensitivityLow, SensitivityLow is >= 0 and <= 1, "from 0 to 1");
        Inside(nameof(SpecificityLow), SpecificityLow, SpecificityLow is >= 0 and <= 1, "from 0 to 1");
        Inside(nameof(YoudenLow), YoudenLow, YoudenLow is >= -1 and <= 1, "from -1 to 1");
        Inside(nameof(UnscoredShare), UnscoredShare, UnscoredShare is >= 0 and <= 1, "from 0 to 1");
        Inside(nameof(UnscoredShareLow), UnscoredShareLow, UnscoredShareLow is >= 0 and <= 1, "from 0 to 1");
        Inside(nameof(GoodNightsToReturn), GoodNightsToReturn, GoodNightsToReturn >= 1, "1 or above");
    }

    private static void Inside(string name, double found, bool isInside, string expected)
    {
        if (!isInside)
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"Licence option {name}: expected a number {expected}, found {found}."));
    }
}
