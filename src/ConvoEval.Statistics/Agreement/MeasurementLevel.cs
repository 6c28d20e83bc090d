namespace ConvoEval.Statistics.Agreement;

/// <summary>What differences between ratings mean.</summary>
public enum MeasurementLevel
{
    /// <summary>Ratings are names: equal or not.</summary>
    Nominal,

    /// <summary>Ratings have an order.</summary>
    Ordinal,

    /// <summary>Differences between ratings mean the same everywhere.</summary>
    Interval,

    /// <summary>Ratings have a natural zero.</summary>
    Ratio,
}
