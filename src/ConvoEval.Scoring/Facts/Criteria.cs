namespace ConvoEval.Scoring.Facts;

/// <summary>Criteria of verdicts that scoring reads. Judges write the same words.</summary>
internal static class Criteria
{
    public const string ContentAdherence = "content_adherence";
    public const string GoalCompletion = "goal_completion";
    public const string Fallback = "fallback";
    public const string ReAsk = "re_ask";

    /// <summary>
    /// Reason code of a response that no golden answer covers; other inapplicable responses are not asked for.
    /// </summary>
    public const string NoGoldenAnswer = "no_golden_answer";
}
