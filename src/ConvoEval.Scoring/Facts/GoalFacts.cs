using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>What became of the goals of one conversation.</summary>
/// <param name="Opened">Goals that were opened, whatever became of them.</param>
/// <param name="Reached">Of those, reached before a human took over.</param>
/// <param name="Unscored">Of those, without a grade.</param>
internal readonly record struct GoalFacts(int Opened, int Reached, int Unscored)
{
    /// <summary>
    /// Reads the verdicts of criterion <c>goal_completion</c>: one per goal, the last one of a goal counts. A verdict
    /// "not applicable" says that the goal was not opened. Null when goals are not defined.
    /// </summary>
    public static GoalFacts? Of(Conversation conversation, IReadOnlyList<Verdict> verdicts, FactsOptions options)
    {
        Dictionary<string, Verdict>? byGoal = null;
        foreach (var verdict in verdicts)
        {
            if (verdict.Criterion != Criteria.GoalCompletion)
                continue;
            byGoal ??= new Dictionary<string, Verdict>(StringComparer.Ordinal);
            byGoal[verdict.SubjectId ?? ""] = verdict;
        }

        if (byGoal is null)
            return options.AreGoalsDefined ? default(GoalFacts) : null;

        var takenOverAt = EscalationFacts.TakenOverAt(conversation);
        var facts = default(GoalFacts);
        foreach (var verdict in byGoal.Values)
        {
            facts = verdict switch
            {
                Verdict.NotApplicable => facts,
                Verdict.Graded graded when IsPass(graded.Grade) && !IsAfter(graded, takenOverAt) =>
                    facts with { Opened = facts.Opened + 1, Reached = facts.Reached + 1 },
                Verdict.Graded => facts with { Opened = facts.Opened + 1 },
                _ => facts with { Opened = facts.Opened + 1, Unscored = facts.Unscored + 1 },
            };
        }

        return facts;
    }

    /// <summary>Null = the judge could not tell; a goal known to be missed decides, whatever the others are.</summary>
    public bool? IsEveryGoalReached =>
        Reached + Unscored < Opened ? false : Unscored > 0 ? null : true;

    /// <summary>Whether a grade stands for a criterion that is met.</summary>
    public static bool IsPass(Grade grade) => grade is Grade.Pass or Grade.NotContradicted;

    /// <summary>
    /// A goal is not the bot's when all that shows it lies after the take-over. Without a place the judge is trusted.
    /// </summary>
    private static bool IsAfter(Verdict.Graded graded, int? takenOverAt)
    {
        if (takenOverAt is not { } at)
            return false;
        var earliest = graded.TurnIndex;
        foreach (var evidence in graded.Evidence)
            earliest = earliest is { } turn ? Math.Min(turn, evidence.TurnIndex) : evidence.TurnIndex;
        return earliest >= at;
    }
}
