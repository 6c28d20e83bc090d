namespace ConvoEval.Scoring.Facts;

/// <summary>How the judges of content adherence ended on a response; the later of two counts where several speak of it.</summary>
public enum JudgeOutcome
{
    /// <summary>Nothing to hold against an approved answer: a question back, a confirmation, a hand-over.</summary>
    NotAsked,

    /// <summary>No golden answer covers it.</summary>
    Uncovered,

    /// <summary>The judge could not tell.</summary>
    Abstained,

    /// <summary>A grade is owed and missing.</summary>
    Unscored,

    /// <summary>Not contradicted, or passed.</summary>
    Passed,

    /// <summary>Contradicted, or failed.</summary>
    Failed,
}
