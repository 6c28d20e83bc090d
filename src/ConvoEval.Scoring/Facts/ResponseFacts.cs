using System;
using System.Collections.Generic;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Facts;

/// <summary>What the judges of content adherence said of the responses of one conversation.</summary>
internal readonly record struct ResponseFacts(
    int Passed, int Failed, int Abstained, int Uncovered, int Unscored, int CriticalStatements)
{
    /// <summary>Counts responses, not verdicts: see <see cref="JudgedResponses"/>.</summary>
    public static ResponseFacts Of(IReadOnlyList<Verdict> verdicts)
    {
        var byTurn = JudgedResponses.Of(verdicts);
        if (byTurn.Count == 0)
            return default;
        HashSet<(int Turn, string Statement)>? critical = null;
        foreach (var verdict in verdicts)
        {
            if (verdict.Criterion == Criteria.ContentAdherence && IsCritical(verdict) is { } statement)
                (critical ??= []).Add((verdict.TurnIndex ?? -1, statement));
        }

        Span<int> counts = stackalloc int[(int)JudgeOutcome.Failed + 1];
        foreach (var outcome in byTurn.Values)
            counts[(int)outcome]++;
        return new ResponseFacts(
            counts[(int)JudgeOutcome.Passed],
            counts[(int)JudgeOutcome.Failed],
            counts[(int)JudgeOutcome.Abstained],
            counts[(int)JudgeOutcome.Uncovered],
            counts[(int)JudgeOutcome.Unscored],
            critical?.Count ?? 0);
    }

    /// <summary>Id of the critical statement that the verdict confirms; null when it confirms none.</summary>
    public static string? IsCritical(Verdict verdict) =>
        verdict is Verdict.Graded { Grade: Grade.Contradicted or Grade.Fail, CriticalStatementId: { } id } ? id : null;
}
