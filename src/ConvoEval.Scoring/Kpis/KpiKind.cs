namespace ConvoEval.Scoring.Kpis;

/// <summary>How the parts of a KPI behave, which decides the interval.</summary>
internal enum KpiKind
{
    /// <summary>Each conversation succeeds or not.</summary>
    ShareOfConversations,

    /// <summary>Some of the turns of each conversation count; turns of a conversation are not independent.</summary>
    ShareOfTurns,

    /// <summary>An amount per conversation.</summary>
    Mean,

    /// <summary>A share of responses as a judge saw them, to be corrected.</summary>
    Judged,
}
