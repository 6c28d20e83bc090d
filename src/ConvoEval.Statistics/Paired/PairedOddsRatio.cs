using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Statistics.Paired;

/// <summary>
/// Odds of success of the first version against the second, from discordant pairs (conditional estimate).
/// </summary>
/// <param name="Value">Only-first over only-second; null when only-second is 0 (unbounded).</param>
/// <param name="Low">Lower end of the exact interval, 0 or above.</param>
/// <param name="High">Upper end; null when unbounded.</param>
public readonly record struct PairedOddsRatio(double? Value, double Low, double? High)
{
    /// <summary>
    /// Exact interval by mapping Clopper–Pearson on the discordant pairs through p/(1−p). Null without discordant
    /// pairs.
    /// </summary>
    public static PairedOddsRatio? Estimate(PairedTable table, double level)
    {
        if (Proportion.ClopperPearson(table.OnlyFirst, table.Discordant, level) is not { } share)
            return null;
        double? value = table.OnlySecond == 0 ? null : table.OnlyFirst / (double)table.OnlySecond;
        double? high = share.High < 1 ? share.High / (1 - share.High) : null;
        return new PairedOddsRatio(value, share.Low / (1 - share.Low), high);
    }
}
