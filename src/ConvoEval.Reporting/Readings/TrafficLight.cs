namespace ConvoEval.Reporting.Readings;

/// <summary>
/// Where an estimate stands against target and red line. The whole interval decides, never the point: "green if the whole interval
/// is green" (docs/methods, release rules).
/// </summary>
internal enum TrafficLight
{
    /// <summary>There is no value, and the estimate says why.</summary>
    NoValue,

    /// <summary>There is a value without an interval, so nothing can be said of it.</summary>
    NoInterval,

    /// <summary>Nobody set a target or a red line.</summary>
    NoTarget,

    /// <summary>The whole interval is in the target zone.</summary>
    InTarget,

    /// <summary>The whole interval is in the target zone, but the judge is one that may not claim it.</summary>
    InTargetUnclaimed,

    /// <summary>The interval reaches into the target zone, and not beyond the red line.</summary>
    MaybeInTarget,

    /// <summary>The whole interval lies between target and red line.</summary>
    OffTarget,

    /// <summary>The interval reaches beyond the red line, and not into the target zone.</summary>
    MaybeBeyondRedLine,

    /// <summary>The whole interval is beyond the red line.</summary>
    BeyondRedLine,

    /// <summary>The interval reaches from the red line into the target zone.</summary>
    TooUnsure,
}
