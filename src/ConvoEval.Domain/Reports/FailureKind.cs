namespace ConvoEval.Domain.Reports;

/// <summary>What makes a turn a failure, worst first.</summary>
public enum FailureKind
{
    /// <summary>The bot made a critical forbidden statement.</summary>
    CriticalStatement,

    /// <summary>The response contradicts the golden answers.</summary>
    Contradicted,

    /// <summary>The user left with the goal open.</summary>
    Abandoned,

    /// <summary>A goal was not reached.</summary>
    GoalMissed,

    /// <summary>The bot fell back.</summary>
    Fallback,

    /// <summary>The user had to ask again.</summary>
    ReAsk,
}
