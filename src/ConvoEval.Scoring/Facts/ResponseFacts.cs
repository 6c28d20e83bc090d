using System;
using System.Collections.Generic;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>What the judges of content adherence said of the responses of one conversation.</summary>
internal readonly record struct ResponseFacts(
    int Passed, int Failed, int Abstained, int Uncovered, int Unscored, int CriticalStatements)
{
    private enum Standing
    {
        NotAsked,
        Uncovered,
        Abstained,
        Unscored,
        Passed,
        Failed,
    }

    /// <summary>
    /// Counts responses, not verdicts. Where several verdicts (one per golden item, or of several judges) speak of a
    /// turn, a grade counts before no grade, and the worst grade before the others, because a hard mismatch is not
    /// outvoted.
    /// </summary>
    public static ResponseFacts Of(IReadOnlyList<Verdict> verdicts)
    {
        Dictionary<int, Standing>? byTurn = null;
        HashSet<(int Turn, string Statement)>? critical = null;
        foreach (var verdict in verdicts)
        {
            if (verdict.Criterion != Criteria.ContentAdherence)
                continue;
            byTurn ??= [];
            var turn = verdict.TurnIndex ?? -1;
            var standing = StandingOf(verdict);
            if (!byTurn.TryGetValue(turn, out var other) || standing > other)
                byTurn[turn] = standing;
            if (IsCritical(verdict) is { } statement)
                (critical ??= []).Add((turn, statement));
        }

        if (byTurn is null)
            return default;
        Span<int> counts = stackalloc int[(int)Standing.Failed + 1];
        foreach (var standing in byTurn.Values)
            counts[(int)standing]++;
        return new ResponseFacts(
            counts[(int)Standing.Passed],
            counts[(int)Standing.Failed],
            counts[(int)Standing.Abstained],
            counts[(int)Standing.Uncovered],
            counts[(int)Standing.Unscored],
            critical?.Count ?? 0);
    }

    /// <summary>Id of the critical statement that the verdict confirms; null when it confirms none.</summary>
    public static string? IsCritical(Verdict verdict) =>
        verdict is Verdict.Graded { Grade: Grade.Contradicted or Grade.Fail, CriticalStatementId: { } id } ? id : null;

    private static Standing StandingOf(Verdict verdict) => verdict switch
    {
        Verdict.Graded graded => GoalFacts.IsPass(graded.Grade) ? Standing.Passed : Standing.Failed,
        Verdict.Abstained => Standing.Abstained,
        Verdict.Unscored => Standing.Unscored,
        _ => verdict.ReasonCode == Criteria.NoGoldenAnswer ? Standing.Uncovered : Standing.NotAsked,
    };
}
