namespace ConvoEval.Statistics.Comparison;

/// <summary>What the primary KPI has to show.</summary>
public enum GateMode
{
    /// <summary>It must be better.</summary>
    Superiority,

    /// <summary>It must be no worse.</summary>
    NonInferiority,
}
