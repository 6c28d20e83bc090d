using System;
using System.Collections.Generic;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestConversations;

namespace ConvoEval.UnitTests.Scoring.Facts;

public sealed class JudgedResponsesTests
{
    private const string Adherence = "content_adherence";

    [Fact]
    public void Every_turn_with_a_verdict_has_an_outcome_graded_or_not()
    {
        IReadOnlyDictionary<int, JudgeOutcome> outcomes = JudgedResponses.Of(
        [
            Graded(Adherence, Grade.NotContradicted, 1),
            Graded(Adherence, Grade.Contradicted, 3),
            Abstained(Adherence, 5),
            Unscored(Adherence, 7),
            NotApplicable(Adherence, "no_golden_answer", 9),
            NotApplicable(Adherence, "question_back", 11),
            Graded("fallback", Grade.Fail, 13),
        ]);

        Assert.Equal(
            [(1, JudgeOutcome.Passed), (3, JudgeOutcome.Failed), (5, JudgeOutcome.Abstained),
                (7, JudgeOutcome.Unscored), (9, JudgeOutcome.Uncovered), (11, JudgeOutcome.NotAsked)],
            Pairs(outcomes));
    }

    [Fact]
    public void The_worst_grade_stands_in_whatever_order_the_verdicts_come()
    {
        Verdict[] verdicts =
        [
            Graded(Adherence, Grade.NotContradicted, 1, "a"),
            Abstained(Adherence, 1, "b"),
            Graded(Adherence, Grade.Contradicted, 1, "c"),
            NotApplicable(Adherence, "no_golden_answer", 2),
            Abstained(Adherence, 2),
        ];

        Assert.Equal([(1, JudgeOutcome.Failed), (2, JudgeOutcome.Abstained)], Pairs(JudgedResponses.Of(verdicts)));
        Array.Reverse(verdicts);
        Assert.Equal([(1, JudgeOutcome.Failed), (2, JudgeOutcome.Abstained)], Pairs(JudgedResponses.Of(verdicts)));
    }

    private static IEnumerable<(int, JudgeOutcome)> Pairs(IReadOnlyDictionary<int, JudgeOutcome> outcomes)
    {
        foreach (var (turn, outcome) in new SortedDictionary<int, JudgeOutcome>(new Dictionary<int, JudgeOutcome>(outcomes)))
            yield return (turn, outcome);
    }
}
