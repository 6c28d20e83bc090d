using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Scoring.Failures;

/// <summary>Finds the failures of one conversation in its facts and verdicts.</summary>
public static class FailureFinder
{
    /// <summary>
    /// All failures in order of kind and turn; none for a conversation that does not count. A response fails once: a
    /// critical statement is not also a contradiction. An abandoned conversation is one failure, and the goals it
    /// missed are not listed again. Verdicts that are no failure are passed over, so that all verdicts may be given.
    /// </summary>
    public static IReadOnlyList<FailureReference> Find(ConversationFacts facts, IReadOnlyList<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(verdicts);
        if (facts.ExcludedBecause is not null)
            return [];
        var found = new List<FailureReference>();
        var responses = new HashSet<int?>();
        var statements = new HashSet<(int?, string)>();
        foreach (var verdict in verdicts)
        {
            if (ResponseFacts.IsCritical(verdict) is { } statement && statements.Add((verdict.TurnIndex, statement)))
            {
                responses.Add(verdict.TurnIndex);
                found.Add(New(facts, FailureKind.CriticalStatement, verdict));
            }
        }

        if (facts.IsAbandoned == true)
            found.Add(New(facts, FailureKind.Abandoned, null));
        var turns = new HashSet<(FailureKind, int?, string?)>();
        foreach (var verdict in verdicts)
        {
            if (verdict is not Verdict.Graded graded
                || GoalFacts.IsPass(graded.Grade)
                || KindOf(verdict.Criterion) is not { } kind)
                continue;
            var isNew = kind switch
            {
                FailureKind.Contradicted => responses.Add(verdict.TurnIndex),
                FailureKind.GoalMissed => facts.IsAbandoned != true && turns.Add((kind, null, verdict.SubjectId)),
                _ => turns.Add((kind, verdict.TurnIndex, null)),
            };
            if (isNew)
                found.Add(New(facts, kind, verdict));
        }

        return found.OrderBy(failure => failure.Kind).ThenBy(failure => failure, FailureOrder.Instance).ToList();
    }

    private static FailureKind? KindOf(string criterion) => criterion switch
    {
        Criteria.ContentAdherence => FailureKind.Contradicted,
        Criteria.GoalCompletion => FailureKind.GoalMissed,
        Criteria.Fallback => FailureKind.Fallback,
        Criteria.ReAsk => FailureKind.ReAsk,
        _ => null,
    };

    private static FailureReference New(ConversationFacts facts, FailureKind kind, Verdict? verdict) => new()
    {
        Conversation = facts.Key,
        BotVersion = facts.BotVersion,
        Night = facts.Night,
        Intent = facts.Intent,
        Kind = kind,
        TurnIndex = verdict?.TurnIndex,
        Verdict = verdict,
    };
}
