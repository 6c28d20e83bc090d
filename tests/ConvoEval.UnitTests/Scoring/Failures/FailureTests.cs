using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Failures;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestConversations;

namespace ConvoEval.UnitTests.Scoring.Failures;

public sealed class FailureTests
{
    private static readonly DateOnly LastNight = new(2026, 11, 20);

    [Fact]
    public void A_response_fails_once_and_a_critical_statement_is_its_worst_name()
    {
        var found = FailureFinder.Find(
            TestFacts.Row("a"),
            [
                Graded("content_adherence", Grade.Contradicted, 3, "i1"),
                Graded("content_adherence", Grade.Contradicted, 3, "i2") with { CriticalStatementId = "i2.f1" },
                Graded("content_adherence", Grade.Contradicted, 5, "i1"),
                Graded("content_adherence", Grade.NotContradicted, 7, "i1"),
                Graded("fallback", Grade.Fail, 9),
                Graded("re_ask", Grade.Fail, 10),
                Graded("goal_completion", Grade.Fail, subject: "g"),
                Abstained("goal_completion", subject: "h"),
            ]);

        Assert.Equal(
            [FailureKind.CriticalStatement, FailureKind.Contradicted, FailureKind.GoalMissed, FailureKind.Fallback, FailureKind.ReAsk],
            found.Select(failure => failure.Kind));
        Assert.Equal([3, 5, null, 9, 10], found.Select(failure => failure.TurnIndex));
    }

    [Fact]
    public void An_abandoned_conversation_is_one_failure()
    {
        var found = FailureFinder.Find(
            TestFacts.Row("a") with { IsAbandoned = true },
            [Graded("goal_completion", Grade.Fail, subject: "g"), Graded("goal_completion", Grade.Fail, subject: "h")]);

        Assert.Equal(FailureKind.Abandoned, Assert.Single(found).Kind);
    }

    [Fact]
    public void A_conversation_that_does_not_count_has_no_failures()
    {
        Assert.Empty(FailureFinder.Find(
            TestFacts.Row("a") with { ExcludedBecause = "test" }, [Graded("fallback", Grade.Fail, 1)]));
    }

    [Fact]
    public void Groups_are_ranked_by_count_times_harm_and_count_what_is_new()
    {
        var tally = new FailureTally(5);
        for (var i = 0; i < 7; i++)
            tally.Add(Facts(i, "card"), [Graded("fallback", Grade.Fail, 1), Graded("fallback", Grade.Fail, 3)]);
        tally.Add(Facts(0, "loan", "x"), [Graded("content_adherence", Grade.Contradicted, 1)]);
        tally.Add(Facts(1, "loan", "y"), [Graded("content_adherence", Grade.Contradicted, 1)]);
        tally.Add(Facts(9, "card", "z"), []);

        var summary = tally.Finish();

        // Two contradictions weigh 16, fourteen fallbacks 14.
        Assert.Equal([FailureKind.Contradicted, FailureKind.Fallback], summary.Groups.Select(group => group.Kind));
        Assert.Equal((14L, 7L, 0L), (summary.Groups[1].Count, summary.Groups[1].Conversations, summary.Groups[1].New));
        Assert.Equal(new DateOnly(2026, 11, 10), summary.LastNight);
        Assert.Equal(5, summary.Groups[1].Examples.Count);
        Assert.All(summary.Groups[1].Examples.Take(2), failure => Assert.Equal(new DateOnly(2026, 11, 7), failure.Night));
    }

    [Fact]
    public void Examples_do_not_depend_on_the_order_of_conversations()
    {
        var facts = Enumerable.Range(0, 60).Select(i => Facts(i % 9, i % 2 == 0 ? "card" : "loan", $"{i}")).ToArray();
        var expected = Summary(facts);

        new Random(3).Shuffle(facts);

        Assert.Equal(expected, Summary(facts));
    }

    [Fact]
    public void All_critical_statements_are_kept_even_when_their_text_is_gone()
    {
        var tally = new FailureTally(2);
        for (var i = 0; i < 9; i++)
            tally.Add(Facts(i, "card"), [Graded("content_adherence", Grade.Contradicted, 1) with { CriticalStatementId = "f1", Explanation = "said so" }]);

        var excerpts = new FailureExcerpts(tally.Finish());
        var shown = excerpts.CriticalStatements();

        Assert.Equal(9, shown.Count);
        Assert.All(shown, failure => Assert.Equal(("said so", "f1", 0), (failure.Explanation, failure.SubjectId, failure.Excerpt.Count)));
        Assert.True(shown[0].IsNew);
        Assert.False(shown[1].IsNew);
    }

    [Fact]
    public void An_excerpt_goes_from_the_users_words_to_the_turn_after_the_failure()
    {
        var conversation = Of("b: welcome", "u: my card", "s: note", "t: {}", "b: wrong", "u: really?", "b: yes");
        var failure = Reference(FailureKind.Contradicted, 4, Graded("content_adherence", Grade.Contradicted, 4, "i1"));

        var shown = FailureExcerpt.Of(failure, conversation, [Label(1, "card")], LastNight);

        Assert.NotNull(shown);
        Assert.Equal([(1, false), (4, true), (5, false)], shown.Excerpt.Select(turn => (turn.Index, turn.IsMarked)));
        Assert.Equal(("card", "i1", 4), (shown.Intent, shown.SubjectId, shown.TurnIndex));
    }

    [Fact]
    public void An_abandoned_conversation_is_shown_at_its_last_bot_turn()
    {
        var conversation = Of("u: my card", "b: no", "u: oh", "b: bye", "u: ...");

        var shown = FailureExcerpt.Of(Reference(FailureKind.Abandoned, null, null), conversation, [], LastNight);

        Assert.Equal(3, shown?.TurnIndex);
        Assert.Equal("The user left with a goal not reached.", shown?.Explanation);
    }

    [Fact]
    public void A_turn_that_is_no_longer_there_gives_no_excerpt()
    {
        Assert.Null(FailureExcerpt.Of(Reference(FailureKind.Fallback, 9, null), Of("u: a", "b: b"), [], null));
    }

    [Fact]
    public void Long_texts_are_cut_between_characters_that_readers_see()
    {
        // A family of four is one character of 11 UTF-16 units.
        var family = "👨‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat(family, 60));

        var cut = ShortText.Around(text, 0, []);

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.Equal(36 * family.Length, cut.Length - 1);
        Assert.Equal(37, new StringInfo(cut).LengthInTextElements);
    }

    [Fact]
    public void A_quote_beyond_the_cut_is_brought_into_view()
    {
        var text = new string('a', 1000) + " never refunds " + new string('b', 1000);
        var evidence = new Evidence(4, 1001, 1014, "never refunds");

        var cut = ShortText.Around(text, 4, [evidence]);

        Assert.Contains("never refunds", cut, StringComparison.Ordinal);
        Assert.Equal(402, cut.Length);
        Assert.StartsWith("…", cut, StringComparison.Ordinal);
        Assert.DoesNotContain("never", ShortText.Around(text, 5, [evidence]), StringComparison.Ordinal);
    }

    private static string Summary(IEnumerable<ConversationFacts> facts)
    {
        var tally = new FailureTally(5);
        foreach (var row in facts)
            tally.Add(row, [Graded("fallback", Grade.Fail, 1), Graded("re_ask", Grade.Fail, 2)]);
        return string.Join("\n", tally.Finish().Groups.Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Kind} {group.Intent} {group.Count} {group.New}: {string.Join(",", group.Examples.Select(example => example.Conversation))}")));
    }

    private static ConversationFacts Facts(int night, string intent, string id = "c") =>
        TestFacts.Row(FormattableString.Invariant($"{id}{night}")) with { Night = new DateOnly(2026, 11, 1).AddDays(night), Intent = intent };

    private static FailureReference Reference(FailureKind kind, int? turn, Verdict? verdict) => new()
    {
        Conversation = new ConversationKey("test", "c1"),
        Kind = kind,
        TurnIndex = turn,
        Night = LastNight,
        Verdict = verdict,
    };
}
