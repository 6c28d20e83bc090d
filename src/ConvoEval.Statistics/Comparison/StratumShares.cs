using System;

namespace ConvoEval.Statistics.Comparison;

/// <summary>Successes and trials of two versions in one stratum.</summary>
public sealed record StratumShares
{
    /// <summary>Makes a stratum; throws when successes exceed trials.</summary>
    public StratumShares(string name, long oldSuccesses, long oldTrials, long newSuccesses, long newTrials)
    {
        ArgumentNullException.ThrowIfNull(name);
        Require.Counts(oldSuccesses, oldTrials);
        Require.Counts(newSuccesses, newTrials);
        Name = name;
        OldSuccesses = oldSuccesses;
        OldTrials = oldTrials;
        NewSuccesses = newSuccesses;
        NewTrials = newTrials;
    }

    /// <summary>Name, such as an intent.</summary>
    public string Name { get; }

    /// <summary>Successes of the older version.</summary>
    public long OldSuccesses { get; }

    /// <summary>Trials of the older version; 0 when the stratum entered.</summary>
    public long OldTrials { get; }

    /// <summary>Successes of the newer version.</summary>
    public long NewSuccesses { get; }

    /// <summary>Trials of the newer version; 0 when the stratum left.</summary>
    public long NewTrials { get; }
}
