namespace ConvoEval.Domain.Kpis;

/// <summary>The three answers of a release gate.</summary>
public enum GateOutcome
{
    /// <summary>Every guardrail holds and what should be better is.</summary>
    Ship,

    /// <summary>A KPI is surely worse than its margin allows, or a critical statement was made.</summary>
    DoNotShip,

    /// <summary>The data cannot tell.</summary>
    NeedMoreData,
}
