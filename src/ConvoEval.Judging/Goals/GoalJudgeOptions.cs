namespace ConvoEval.Judging.Goals;

/// <summary>How goals are opened and checked.</summary>
public sealed record GoalJudgeOptions
{
    /// <summary>
    /// Smallest calibrated confidence at which the intent of a user turn opens its goals. Default .5: below, another intent is as likely.
    /// </summary>
    public double MinimumConfidence { get; init; } = 0.5;
}
