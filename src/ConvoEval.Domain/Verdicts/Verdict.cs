using System.Collections.Generic;

namespace ConvoEval.Domain.Verdicts;

/// <summary>
/// What a judge said on one criterion of one response or conversation. A closed hierarchy: only <see cref="Graded"/> enters an
/// average; all of them are counted.
/// </summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }

    /// <summary>Criterion in snake case: content_adherence, goal_completion, …</summary>
    public required string Criterion { get; init; }

    /// <summary>The response judged; null when the whole conversation was.</summary>
    public int? TurnIndex { get; init; }

    /// <summary>What the verdict is about within the turn or conversation: a golden item id or goal id; null when nothing narrower.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Who judged.</summary>
    public required JudgeDigest Judge { get; init; }

    /// <summary>Probability with which the item was selected for judging, above 0 to 1.</summary>
    public double SelectionProbability { get; init; } = 1;

    /// <summary>Machine-readable reason in snake case.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>Reason in words; never holds unmasked text.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>A grade was given.</summary>
    public sealed record Graded : Verdict
    {
        /// <summary>The grade.</summary>
        public required Grade Grade { get; init; }

        /// <summary>Probability that the criterion is met; null when the judge gives none.</summary>
        public double? Probability { get; init; }

        /// <summary>Quotes found in the transcript.</summary>
        public IReadOnlyList<Evidence> Evidence { get; init; } = [];

        /// <summary>Id of the critical forbidden statement that was made; null when none was.</summary>
        public string? CriticalStatementId { get; init; }
    }

    /// <summary>The judge could not tell.</summary>
    public sealed record Abstained : Verdict;

    /// <summary>The criterion does not apply, such as a response that no golden answer covers.</summary>
    public sealed record NotApplicable : Verdict;

    /// <summary>A grade is owed and missing.</summary>
    public sealed record Unscored : Verdict
    {
        /// <summary>Why.</summary>
        public required UnscoredReason Reason { get; init; }
    }
}
