using System;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Tables;

public sealed class FactsTableTests
{
    [Fact]
    public void A_conversation_that_comes_twice_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => FactsTable.Of([Row("a"), Row("b"), Row("a") with { Revision = 2 }]));

        Assert.Contains("test/a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused_with_what_was_expected()
    {
        Assert.Throws<ArgumentException>(() => FactsTable.Of([Row("a") with { CostUsd = double.NaN }]));
        Assert.Throws<ArgumentException>(() => FactsTable.Of([Row("a") with { HandlingSeconds = -1 }]));
        Assert.Throws<ArgumentException>(() => FactsTable.Of([Row("a") with { ResponsesPassed = -1 }]));
        var error = Assert.Throws<ArgumentException>(() => FactsTable.Of([Row("a") with { BotTurns = 1, FallbackTurns = 2 }]));
        Assert.Contains("FallbackTurns is 2; expected 0 to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_whose_parts_join_to_the_same_text_are_different_conversations()
    {
        var table = FactsTable.Of(
        [
            Row("x") with { Key = new("ab", "c") },
            Row("x") with { Key = new("a", "bc") },
        ]);

        Assert.Equal(2, table.Eligible);
    }

    [Fact]
    public void Nights_span_eligible_conversations_only()
    {
        var table = FactsTable.Of(
        [
            Row("a"),
            Row("b") with { Night = new DateOnly(2026, 11, 18) },
            Row("c") with { Night = new DateOnly(2026, 12, 1), ExcludedBecause = "test" },
        ]);

        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 18)), (table.FirstNight, table.LastNight));
    }
}
