namespace ConvoEval.Statistics.Comparison;

/// <summary>Why the gate says what it says.</summary>
public enum GateReason
{
    /// <summary>Everything holds.</summary>
    AllHold,

    /// <summary>A judge in the chain is quarantined, so its intervals cannot be trusted.</summary>
    JudgeNotTrusted,

    /// <summary>Too few scored units.</summary>
    TooFewUnits,

    /// <summary>A KPI surely lost more than its margin.</summary>
    LossBeyondMargin,

    /// <summary>Superiority was asked for and the versions are equivalent.</summary>
    NoRelevantDifference,

    /// <summary>The listed KPIs are not decided.</summary>
    Undecided,
}
