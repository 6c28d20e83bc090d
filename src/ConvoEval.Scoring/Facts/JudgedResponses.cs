using System;
using System.Collections.Generic;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>From verdicts to responses.</summary>
public static class JudgedResponses
{
    /// <summary>
    /// How content adherence ended on each turn of one conversation with a verdict on it. Where several verdicts (one
    /// per golden item, or of several judges) speak of a turn, a grade counts before no grade, and the worst grade
    /// before the others, because a hard mismatch is not outvoted. A verdict without a turn stands under −1. Verdicts on
    /// other criteria are left out. O(verdicts).
    /// </summary>
    public static IReadOnlyDictionary<int, JudgeOutcome> Of(IReadOnlyList<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var byTurn = new Dictionary<int, JudgeOutcome>();
        foreach (var verdict in verdicts)
        {
            if (verdict.Criterion != Criteria.ContentAdherence)
                continue;
            var turn = verdict.TurnIndex ?? -1;
            var outcome = OutcomeOf(verdict);
            if (!byTurn.TryGetValue(turn, out var other) || outcome > other)
                byTurn[turn] = outcome;
        }

        return byTurn;
    }

    private static JudgeOutcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.Graded graded => GoalFacts.IsPass(graded.Grade) ? JudgeOutcome.Passed : JudgeOutcome.Failed,
        Verdict.Abstained => JudgeOutcome.Abstained,
        Verdict.Unscored => JudgeOutcome.Unscored,
        _ => verdict.ReasonCode == Criteria.NoGoldenAnswer ? JudgeOutcome.Uncovered : JudgeOutcome.NotAsked,
    };
}
