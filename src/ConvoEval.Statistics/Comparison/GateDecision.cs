namespace ConvoEval.Statistics.Comparison;

/// <summary>What the release gate says.</summary>
public enum GateDecision
{
    /// <summary>The newer version may go out.</summary>
    Ship,

    /// <summary>It must not.</summary>
    DoNotShip,

    /// <summary>The data cannot tell.</summary>
    NeedMoreData,
}
