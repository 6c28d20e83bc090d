using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Outcomes;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Outcomes;

public sealed class OutcomeTests
{
    [Fact]
    public void A_missed_goal_is_partial_only_when_nobody_took_over_and_nobody_left()
    {
        var missed = Row("a") with { GoalsOpened = 1, GoalsReached = 0, IsEscalated = false, IsAbandoned = false };

        var known = OutcomeCalculator.Calculate(FactsTable.Of([missed]));
        var unknown = OutcomeCalculator.Calculate(FactsTable.Of([missed with { IsAbandoned = null }]));

        Assert.Equal((1L, 1L), (known[0].Partial, unknown[0].Unknown));
    }

    [Fact]
    public void Nights_count_by_version_and_fallbacks_are_unknown_where_any_is()
    {
        var table = FactsTable.Of(
        [
            Row("a", "1") with { FallbackTurns = 1, GoalsOpened = 1, GoalsReached = 1, ResponsesPassed = 3, ResponsesFailed = 1 },
            Row("b", "1") with { FallbackTurns = 0, GoalsOpened = 1, GoalsReached = 0, GoalsUnscored = 1, CriticalStatements = 2 },
            Row("c", "2") with { FallbackTurns = 1 },
            Row("d", "2"),
            Row("e", "2") with { Night = null },
        ]);

        var lines = NightCalculator.Calculate(table);

        Assert.Equal(["1", "2"], lines.Select(line => line.BotVersion));
        Assert.Equal(
            (2L, 1L, 1L, 4L, 1L, 4L, 1L, 2L),
            (lines[0].Conversations, lines[0].GoalBearing, lines[0].GoalsReached, lines[0].BotTurns, lines[0].Fallbacks, lines[0].ResponsesGraded, lines[0].Contradicted, lines[0].CriticalStatements));
        Assert.Equal((2L, null), (lines[1].Conversations, lines[1].Fallbacks));
    }

    [Fact]
    public void The_ledger_counts_turns_for_judges_that_speak_only_of_failures()
    {
        var table = FactsTable.Of([Row("a", "1") with { FallbackTurns = 0 }, Row("b", "1"), Row("c", "1") with { ExcludedBecause = "test", FallbackTurns = 1 }]);
        var stored = new[] { Line("content_adherence", 5), Line("fallback", 3) };

        var lines = LedgerCalculator.Merge(stored, table, "rules-fallback", "rules-re-ask");

        Assert.Equal(
            [("content_adherence", 5L, 5L), ("fallback", 6L, 4L), ("re_ask", 6L, 6L)],
            lines.Select(line => (line.Criterion, line.Total, line.Scored)));
        Assert.All(lines, line => Assert.Equal(
            line.Total, line.Scored + line.Abstained + line.NotApplicable + line.Unparsable + line.SkippedByBudget + line.Errored));
    }

    [Fact]
    public void A_ledger_line_that_does_not_add_up_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            LedgerCalculator.Merge([Line("content_adherence", 5) with { Total = 6 }], new FactsTable(), null, null));
    }

    [Fact]
    public void Disagreements_are_counted_by_pair_of_intents_most_frequent_first()
    {
        var tally = new DisagreementTally(new HashSet<string> { "card", "loan", "money" });
        foreach (var (bot, model) in new[] { ("card", "loan"), ("money", "card"), ("card", "loan"), ("card", "card"), ("other", "loan") })
            tally.Add(Believed(bot), [TestConversations.Label(0, model)]);

        Assert.Equal(
            [new BeliefLine("1", "card", "loan", 2), new BeliefLine("1", "money", "card", 1)],
            tally.Lines(10));
        Assert.Single(tally.Lines(1));
    }

    private static Conversation Believed(string intent) =>
        (TestConversations.Of("u: hello") with { BotVersion = "1" })
            .With(0, turn => turn with { Belief = new BotBelief { Top = [new IntentCandidate(intent, 0.5)] } });

    private static LedgerLine Line(string criterion, long total) => new()
    {
        Criterion = criterion,
        BotVersion = "1",
        Judge = "rules",
        Total = total,
        Scored = total,
        Abstained = 0,
        NotApplicable = 0,
        Unparsable = 0,
        SkippedByBudget = 0,
        Errored = 0,
    };
}
