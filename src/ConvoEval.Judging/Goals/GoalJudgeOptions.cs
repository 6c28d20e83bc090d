namespace ConvoEval.Judging.Goals;

/// <summary>How goals are opened and checked.</summary>
public sealed record GoalJudgeOptions
{
    /// <summary>
    /// Smallest calibrated confidence at which the intent of a user turn opens its goals, 0 to 1. Default .3, chosen on the sample conversations with an even hash
    /// (docs/benchmarks/goal-completion.md).
    /// </summary>
    public double MinimumConfidence { get; init; } = 0.3;

    /// <summary>
    /// Whether every user turn can open goals, or (default) only the first one whose intent has any. Later turns answer questions of the bot more often than they bring
    /// a new wish, and a wish nobody had makes the bot fail.
    /// </summary>
    public bool IsOpenedByEveryTurn { get; init; }
}
