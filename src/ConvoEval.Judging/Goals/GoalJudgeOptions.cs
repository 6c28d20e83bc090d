namespace ConvoEval.Judging.Goals;

/// <summary>How goals are opened and checked.</summary>
public sealed record GoalJudgeOptions
{
    /// <summary>
    /// Smallest evidence at which the most likely intent of the conversation opens its goals: the sum of its confidences over the user turns, the first one
    /// weighing 1.5, for that is where people say what they come for. Default .3.
    /// </summary>
    public double MinimumConfidence { get; init; } = 0.3;

    /// <summary>
    /// Smallest calibrated confidence at which the intent of a single user turn opens a further wish, from 0 to 1. Default .95: later turns answer questions,
    /// and what they seem to ask is rarely a new wish.
    /// </summary>
    public double FurtherConfidence { get; init; } = 0.95;
}
