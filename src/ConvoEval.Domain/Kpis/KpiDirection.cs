namespace ConvoEval.Domain.Kpis;

/// <summary>Which way is better.</summary>
public enum KpiDirection
{
    /// <summary>Higher is better.</summary>
    HigherIsBetter,

    /// <summary>Lower is better.</summary>
    LowerIsBetter,
}
