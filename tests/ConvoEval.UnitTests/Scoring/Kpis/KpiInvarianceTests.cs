using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ConvoEval.Domain.Runs;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Outcomes;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Kpis;

public sealed class KpiInvarianceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_rows_changes_no_bit_of_any_result(int seed)
    {
        var random = new Random(seed);
        var rows = RandomRows(random, 600).ToArray();
        var expected = Everything(rows);

        random.Shuffle(rows);

        Assert.Equal(expected, Everything(rows));
    }

    [Fact]
    public void Parts_of_every_partition_add_up()
    {
        var table = FactsTable.Of(RandomRows(new Random(7), 800));

        foreach (var parts in OutcomeCalculator.Calculate(table))
        {
            Assert.Equal(
                parts.Eligible,
                parts.Escalated + parts.Abandoned + parts.Resolved + parts.Partial + parts.NoGoal + parts.Unknown);
        }

        Assert.Equal(800, table.Eligible + table.Excluded.Values.Sum());
        Assert.Equal(table.Eligible, OutcomeCalculator.Calculate(table).Sum(parts => parts.Eligible));
    }

    /// <summary>All results as text in which every bit of a number shows.</summary>
    private static string Everything(IEnumerable<ConversationFacts> rows)
    {
        var table = FactsTable.Of(rows);
        var estimates = KpiCalculator.Calculate(table, KpiDictionary.Default, [], 0.95);
        return JsonSerializer.Serialize(new
        {
            estimates,
            comparisons = VersionComparer.Compare(table, estimates, KpiDictionary.Default, "1", "2", 0.95),
            outcomes = OutcomeCalculator.Calculate(table),
            nights = NightCalculator.Calculate(table),
            table.Excluded,
        });
    }

    private static IEnumerable<ConversationFacts> RandomRows(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var opened = random.Next(3);
            var reached = random.Next(opened + 1);
            var botTurns = random.Next(6);
            yield return Row(FormattableString.Invariant($"c{i}"), random.Next(10) == 0 ? null : random.Next(2) == 0 ? "1" : "2") with
            {
                ExcludedBecause = random.Next(12) == 0 ? "test" : null,
                Night = random.Next(9) == 0 ? null : new DateOnly(2026, 11, 1 + random.Next(4)),
                UserKey = random.Next(3) == 0 ? FormattableString.Invariant($"u{random.Next(60)}") : null,
                ScenarioId = random.Next(2) == 0 ? FormattableString.Invariant($"s{random.Next(150)}") : null,
                Trial = random.Next(2),
                Intent = random.Next(8) == 0 ? null : FormattableString.Invariant($"intent{random.Next(4)}"),
                GoalsOpened = opened,
                GoalsReached = reached,
                GoalsUnscored = random.Next(opened - reached + 1),
                IsEscalated = random.Next(5) == 0 ? null : random.Next(4) == 0,
                IsAbandoned = random.Next(5) == 0 ? null : random.Next(4) == 0,
                BotTurns = botTurns,
                FallbackTurns = random.Next(6) == 0 ? null : random.Next(botTurns + 1),
                FirstResponseSeconds = random.Next(6) == 0 ? null : -Math.Log(1 - random.NextDouble()),
                HandlingSeconds = 100 * random.NextDouble(),
                CostUsd = random.NextDouble() / 7,
                ResponsesPassed = random.Next(3),
                ResponsesFailed = random.Next(2),
                ResponsesUnscored = random.Next(2),
            };
        }
    }
}
