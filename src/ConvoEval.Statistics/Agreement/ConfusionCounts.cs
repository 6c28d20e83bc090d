using System;

namespace ConvoEval.Statistics.Agreement;

/// <summary>A binary judge against gold; "positive" is what gold calls good.</summary>
public readonly record struct ConfusionCounts
{
    /// <summary>Makes the table; throws for negative counts.</summary>
    public ConfusionCounts(long truePositives, long falsePositives, long falseNegatives, long trueNegatives)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(truePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falsePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falseNegatives);
        ArgumentOutOfRangeException.ThrowIfNegative(trueNegatives);
        TruePositives = truePositives;
        FalsePositives = falsePositives;
        FalseNegatives = falseNegatives;
        TrueNegatives = trueNegatives;
    }

    /// <summary>Good items passed.</summary>
    public long TruePositives { get; }

    /// <summary>Bad items passed.</summary>
    public long FalsePositives { get; }

    /// <summary>Good items failed.</summary>
    public long FalseNegatives { get; }

    /// <summary>Bad items failed.</summary>
    public long TrueNegatives { get; }

    /// <summary>Items that gold calls good.</summary>
    public long Positives => TruePositives + FalseNegatives;

    /// <summary>Items that gold calls bad.</summary>
    public long Negatives => FalsePositives + TrueNegatives;

    /// <summary>All items.</summary>
    public long Items => Positives + Negatives;
}
