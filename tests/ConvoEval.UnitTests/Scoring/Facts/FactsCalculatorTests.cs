using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestConversations;

namespace ConvoEval.UnitTests.Scoring.Facts;

public sealed class FactsCalculatorTests
{
    [Theory]
    [InlineData("test", "true", "test")]
    [InlineData("Internal", "", "internal")]
    [InlineData("spam", "yes", "spam")]
    [InlineData("attack", "1", "attack_only")]
    [InlineData("test", "false", null)]
    [InlineData("attack", "0", null)]
    [InlineData("contest", "true", null)]
    public void Tags_exclude_a_conversation_unless_their_value_denies_it(string tag, string value, string? reason)
    {
        var conversation = Of("u: hello", "b: hi") with { Tags = new Dictionary<string, string> { [tag] = value } };

        Assert.Equal(reason, Facts(conversation).ExcludedBecause);
    }

    [Fact]
    public void A_conversation_in_which_the_user_says_nothing_does_not_count()
    {
        Assert.Equal("no_user_turn", Facts(Of("b: hi", "u:  ")).ExcludedBecause);
        Assert.Equal("no_user_turn", Facts(Of()).ExcludedBecause);
    }

    [Fact]
    public void Night_is_the_utc_day_of_the_start()
    {
        // 01:30 in Berlin is still the evening before in UTC.
        var conversation = Of("u: hi") with { StartedAt = new DateTimeOffset(2026, 7, 2, 1, 30, 0, TimeSpan.FromHours(2)) };

        Assert.Equal(new DateOnly(2026, 7, 1), Facts(conversation).Night);
        Assert.Null(Facts(Of("u: hi")).Night);
    }

    [Fact]
    public void Intent_is_that_of_the_first_user_turn_in_scope_that_is_not_small_talk()
    {
        var options = new FactsOptions { SmallTalkIntents = new HashSet<string> { "greet" } };
        var conversation = Of("u: hi", "b: hi", "u: blah", "b: ?", "u: my card", "b: ok", "u: and money");
        LabelledTurn[] labels = [Label(0, "greet"), Label(2, "card", isOutOfScope: true), Label(4, "card_lost"), Label(6, "money")];

        var facts = new FactsCalculator(options).Calculate(conversation, labels, []);

        Assert.Equal("card_lost", facts.Intent);
        Assert.Equal(1, facts.OutOfScopeTurns);
    }

    [Fact]
    public void Without_goals_in_the_workspace_the_number_of_goals_is_unknown_and_with_them_it_is_zero()
    {
        Assert.Null(Facts(Of("u: hi")).GoalsOpened);
        Assert.Equal(0, Facts(Of("u: hi"), new FactsOptions { AreGoalsDefined = true }).GoalsOpened);
    }

    [Fact]
    public void Goals_are_counted_by_grade_and_without_a_grade_they_are_unscored()
    {
        var facts = Facts(
            Of("u: hi", "b: done"),
            Graded("goal_completion", Grade.Pass, subject: "a"),
            Graded("goal_completion", Grade.Fail, subject: "b"),
            Abstained("goal_completion", subject: "c"),
            Unscored("goal_completion", subject: "d"));

        Assert.Equal((4, 1, 2), (facts.GoalsOpened, facts.GoalsReached, facts.GoalsUnscored));
    }

    [Fact]
    public void A_goal_whose_evidence_lies_after_the_take_over_is_not_the_bots()
    {
        var passed = Graded("goal_completion", Grade.Pass, subject: "a") with { Evidence = [new Evidence(3, 0, 4, "done")] };
        var before = passed with { Evidence = [new Evidence(1, 0, 4, "done"), new Evidence(3, 0, 4, "done")] };
        var conversation = Of("u: hi", "b: done", "h: hello", "h: done");

        Assert.Equal(0, Facts(conversation, passed).GoalsReached);
        Assert.Equal(1, Facts(conversation, before).GoalsReached);
    }

    [Theory]
    [InlineData("handover_asked")]
    [InlineData("handover_accepted")]
    [InlineData("handover_failed")]
    public void Any_hand_over_event_is_an_escalation_even_a_failed_one(string type)
    {
        var conversation = Of("u: hi") with { Events = [new ConversationEvent { Type = type }] };

        Assert.True(Facts(conversation).IsEscalated);
    }

    [Fact]
    public void Signals_end_reasons_and_human_turns_show_an_escalation()
    {
        Assert.True(Facts(Of("u: hi") with { EndReason = EndReason.Handover }).IsEscalated);
        Assert.True(Facts(Of("u: hi", "h: hello")).IsEscalated);
        Assert.True(Facts(Of("u: hi").With(0, turn => turn with { Signals = TurnSignals.EscalationAsked })).IsEscalated);
        Assert.True(Facts(Of("u: a human please"), new FactsOptions { IsEscalationRequest = text => text.Contains("human", StringComparison.Ordinal) }).IsEscalated);
    }

    [Fact]
    public void Silence_about_hand_overs_counts_only_where_the_source_would_tell()
    {
        Assert.Null(Facts(Of("u: hi")).IsEscalated);
        Assert.False(Facts(Of("u: hi") with { EndReason = EndReason.Resolved }).IsEscalated);
        Assert.False(Facts(Of("u: hi"), new FactsOptions { SourceRecordsHandover = true }).IsEscalated);
        Assert.Null(Facts(Of("u: hi") with { EndReason = EndReason.Resolved }, new FactsOptions { SourceRecordsHandover = false }).IsEscalated);
    }

    [Fact]
    public void A_user_who_leaves_with_a_goal_open_has_abandoned()
    {
        var left = Of("u: hi", "b: no") with { EndReason = EndReason.UserLeft };
        var fail = Graded("goal_completion", Grade.Fail, subject: "a");
        var pass = Graded("goal_completion", Grade.Pass, subject: "a");

        Assert.True(Facts(left, fail).IsAbandoned);
        Assert.True(Facts(left with { EndReason = EndReason.Timeout }, fail).IsAbandoned);
        Assert.False(Facts(left, pass).IsAbandoned);
        Assert.False(Facts(left with { EndReason = EndReason.Resolved }, fail).IsAbandoned);
        Assert.Null(Facts(left with { EndReason = EndReason.Unknown }, fail).IsAbandoned);
        Assert.Null(Facts(left, Abstained("goal_completion", subject: "a")).IsAbandoned);
        Assert.Null(Facts(left).IsAbandoned);
    }

    [Fact]
    public void Greetings_human_agents_and_silent_tool_calls_are_no_bot_turns()
    {
        var conversation = Of("b: welcome", "u: hi", "b:", "t: result", "b: answer", "h: me again", "b: bye")
            .With(2, turn => turn with { ToolCalls = [new ToolCall { Name = "lookup" }] });

        Assert.Equal(2, Facts(conversation).BotTurns);
    }

    [Fact]
    public void A_flagged_user_turn_makes_one_fallback_of_the_answer_after_it()
    {
        var conversation = Of("u: x", "b: sorry", "b: say it again?", "u: y", "b: ok")
            .With(0, turn => turn with { Belief = new BotBelief { IsFallback = true } });

        Assert.Equal((3, 1), (Facts(conversation).BotTurns, Facts(conversation).FallbackTurns));
    }

    [Fact]
    public void A_judged_fallback_and_a_flag_on_the_same_answer_are_one_fallback()
    {
        var conversation = Of("u: x", "b: one moment", "b: sorry, I did not get that", "u: y", "b: sorry")
            .With(0, turn => turn with { Signals = TurnSignals.NoMatch });

        var facts = Facts(conversation, Graded("fallback", Grade.Fail, 2), Graded("fallback", Grade.Fail, 4));

        Assert.Equal(2, facts.FallbackTurns);
    }

    [Fact]
    public void Fallbacks_are_unknown_when_nobody_looked_and_zero_when_a_judge_did()
    {
        Assert.Null(Facts(Of("u: x", "b: y")).FallbackTurns);
        Assert.Equal(0, Facts(Of("u: x", "b: y"), new FactsOptions { IsFallbackJudged = true }).FallbackTurns);
        Assert.Equal(0, Facts(Of("u: x", "b: y").With(0, turn => turn with { Belief = new BotBelief { IsFallback = false } })).FallbackTurns);
    }

    [Fact]
    public void First_response_is_the_sum_of_latencies_on_the_way_else_the_difference_of_times()
    {
        var conversation = Of("b: welcome", "u: hi", "t: result", "b: answer");
        var measured = conversation
            .With(2, turn => turn with { Latency = TimeSpan.FromSeconds(1.5) })
            .With(3, turn => turn with { Latency = TimeSpan.FromSeconds(0.5), At = Start.AddSeconds(9) });
        var timed = conversation
            .With(1, turn => turn with { At = Start })
            .With(3, turn => turn with { At = Start.AddSeconds(4), Latency = TimeSpan.FromSeconds(1) });

        Assert.Equal(2.0, Facts(measured).FirstResponseSeconds);
        Assert.Equal(4.0, Facts(timed).FirstResponseSeconds);
        Assert.Null(Facts(conversation).FirstResponseSeconds);
    }

    [Fact]
    public void Clocks_that_run_backwards_make_times_unknown()
    {
        var skewed = Of("u: hi", "b: answer")
            .With(0, turn => turn with { At = Start })
            .With(1, turn => turn with { At = Start.AddSeconds(-1) });

        Assert.Null(Facts(skewed).FirstResponseSeconds);
        Assert.Null(Facts(skewed).HandlingSeconds);
        Assert.Equal(60.0, Facts(skewed with { StartedAt = Start, EndedAt = Start.AddMinutes(1) }).HandlingSeconds);
    }

    [Fact]
    public void Cost_is_that_of_the_conversation_else_of_its_turns_and_unknown_without_either()
    {
        var turns = Of("u: hi", "b: a", "b: b").With(1, turn => turn with { CostUsd = 0.25m }).With(2, turn => turn with { CostUsd = 0.5m });

        Assert.Equal(0.75, Facts(turns).CostUsd);
        Assert.Equal(2.0, Facts(turns with { CostUsd = 2m }).CostUsd);
        Assert.Null(Facts(turns with { CostUsd = -2m }).CostUsd);
        Assert.Null(Facts(Of("u: hi")).CostUsd);
    }

    [Fact]
    public void Responses_are_counted_once_and_the_worst_grade_of_a_response_counts()
    {
        var facts = Facts(
            Of("u: hi", "b: a", "u: x", "b: b"),
            Graded("content_adherence", Grade.NotContradicted, 1, "i1"),
            Graded("content_adherence", Grade.Contradicted, 1, "i2") with { CriticalStatementId = "i2.f1" },
            Abstained("content_adherence", 3),
            Graded("content_adherence", Grade.Pass, 3),
            Abstained("content_adherence", 5),
            Unscored("content_adherence", 7),
            NotApplicable("content_adherence", "no_golden_answer", 9),
            NotApplicable("content_adherence", "question_back", 11));

        Assert.Equal((1, 1, 1, 1, 1), (facts.ResponsesPassed, facts.ResponsesFailed, facts.ResponsesAbstained, facts.ResponsesUnscored, facts.ResponsesUncovered));
        Assert.Equal(1, facts.CriticalStatements);
    }

    [Fact]
    public void A_question_asked_again_counts_once_per_turn()
    {
        var facts = Facts(Of("u: x", "b: y", "u: x"), Graded("re_ask", Grade.Fail, 2), Graded("re_ask", Grade.Fail, 2), Graded("re_ask", Grade.Pass, 0));

        Assert.Equal(1, facts.ReAsks);
    }

    [Fact]
    public void Bot_and_classifier_are_compared_only_in_scope_and_in_one_vocabulary()
    {
        var options = new FactsOptions { ClassifierIntents = new HashSet<string> { "card", "money" } };
        var conversation = Of("u: a", "u: b", "u: c", "u: d", "u: e");
        foreach (var (turn, intent) in new[] { (0, "card"), (1, "money"), (2, "bots_own"), (3, "card") })
            conversation = conversation.With(turn, t => t with { Belief = new BotBelief { Top = [new IntentCandidate(intent, 0.5)] } });
        LabelledTurn[] labels = [Label(0, "card"), Label(1, "card"), Label(2, "card"), Label(3, "card", isOutOfScope: true), Label(4, "card")];

        var facts = new FactsCalculator(options).Calculate(conversation, labels, []);

        Assert.Equal((2, 1), (facts.BeliefTurns, facts.BeliefDisagreements));
    }

    private static ConversationFacts Facts(Conversation conversation, params Verdict[] verdicts) =>
        new FactsCalculator(new FactsOptions()).Calculate(conversation, [], verdicts);

    private static ConversationFacts Facts(Conversation conversation, FactsOptions options) =>
        new FactsCalculator(options).Calculate(conversation, [], []);
}
