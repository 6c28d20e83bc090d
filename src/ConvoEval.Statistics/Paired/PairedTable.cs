using System;

namespace ConvoEval.Statistics.Paired;

/// <summary>Outcomes of two versions on the same cases.</summary>
public readonly record struct PairedTable
{
    /// <summary>Makes a table; throws for negative counts.</summary>
    public PairedTable(long both, long onlyFirst, long onlySecond, long neither)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfNegative(neither);
        Both = both;
        OnlyFirst = onlyFirst;
        OnlySecond = onlySecond;
        Neither = neither;
    }

    /// <summary>Cases in which both succeeded.</summary>
    public long Both { get; }

    /// <summary>Cases in which only the first succeeded.</summary>
    public long OnlyFirst { get; }

    /// <summary>Cases in which only the second succeeded.</summary>
    public long OnlySecond { get; }

    /// <summary>Cases in which neither succeeded.</summary>
    public long Neither { get; }

    /// <summary>All pairs.</summary>
    public long Pairs => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>Pairs on which the two differ: all that a paired test can learn from.</summary>
    public long Discordant => OnlyFirst + OnlySecond;

    /// <summary>Rate of the first minus rate of the second; null without pairs.</summary>
    public double? Difference => Pairs == 0 ? null : (OnlyFirst - OnlySecond) / (double)Pairs;
}
