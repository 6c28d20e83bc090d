namespace ConvoEval.Statistics.Comparison;

/// <summary>What an interval of a difference says, new minus old, turned so that up is good.</summary>
public enum DifferenceState
{
    /// <summary>No interval.</summary>
    NoData,

    /// <summary>Surely above 0.</summary>
    Better,

    /// <summary>Surely between minus and plus the margin.</summary>
    Equivalent,

    /// <summary>Surely above minus the margin.</summary>
    NonInferior,

    /// <summary>Surely below 0, not surely by more than the margin.</summary>
    Worse,

    /// <summary>Surely below minus the margin.</summary>
    WorseThanMargin,

    /// <summary>The data cannot tell.</summary>
    Inconclusive,
}
