namespace ConvoEval.Statistics.Joint;

/// <summary>A binary judge on a golden set; all zero when there is none.</summary>
public readonly record struct GoldenCounts
{
    /// <summary>Makes the counts; throws when hits exceed items.</summary>
    public GoldenCounts(long truePositives, long positives, long trueNegatives, long negatives)
    {
        Require.Counts(truePositives, positives);
        Require.Counts(trueNegatives, negatives);
        TruePositives = truePositives;
        Positives = positives;
        TrueNegatives = trueNegatives;
        Negatives = negatives;
    }

    /// <summary>Good items passed.</summary>
    public long TruePositives { get; }

    /// <summary>Good items.</summary>
    public long Positives { get; }

    /// <summary>Bad items failed.</summary>
    public long TrueNegatives { get; }

    /// <summary>Bad items.</summary>
    public long Negatives { get; }
}
