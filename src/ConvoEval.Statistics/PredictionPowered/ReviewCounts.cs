using System;

namespace ConvoEval.Statistics.PredictionPowered;

/// <summary>
/// Judged items of which a random sample was reviewed by people. A reviewed item is not counted as unreviewed.
/// </summary>
public readonly record struct ReviewCounts
{
    /// <summary>Makes the counts; throws for negative ones.</summary>
    public ReviewCounts(
        long goodPassed,
        long goodFailed,
        long badPassed,
        long badFailed,
        long unreviewedPassed,
        long unreviewedFailed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goodPassed);
        ArgumentOutOfRangeException.ThrowIfNegative(goodFailed);
        ArgumentOutOfRangeException.ThrowIfNegative(badPassed);
        ArgumentOutOfRangeException.ThrowIfNegative(badFailed);
        ArgumentOutOfRangeException.ThrowIfNegative(unreviewedPassed);
        ArgumentOutOfRangeException.ThrowIfNegative(unreviewedFailed);
        GoodPassed = goodPassed;
        GoodFailed = goodFailed;
        BadPassed = badPassed;
        BadFailed = badFailed;
        UnreviewedPassed = unreviewedPassed;
        UnreviewedFailed = unreviewedFailed;
    }

    /// <summary>Reviewed: good for the human, passed by the judge.</summary>
    public long GoodPassed { get; }

    /// <summary>Reviewed: good for the human, failed by the judge.</summary>
    public long GoodFailed { get; }

    /// <summary>Reviewed: bad for the human, passed by the judge.</summary>
    public long BadPassed { get; }

    /// <summary>Reviewed: bad for the human, failed by the judge.</summary>
    public long BadFailed { get; }

    /// <summary>Not reviewed, passed by the judge.</summary>
    public long UnreviewedPassed { get; }

    /// <summary>Not reviewed, failed by the judge.</summary>
    public long UnreviewedFailed { get; }

    /// <summary>Items reviewed.</summary>
    public long Reviewed => GoodPassed + GoodFailed + BadPassed + BadFailed;

    /// <summary>Items judged only.</summary>
    public long Unreviewed => UnreviewedPassed + UnreviewedFailed;
}
