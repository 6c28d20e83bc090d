using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Runs;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Kpis;

/// <summary>
/// From rows of facts to intervals: do 95 % of them hold the truth? With 400 runs the standard error of a coverage of .95 is .011; the
/// floor of .89 is 5.5 of them below, so that a correct program fails less than once in a million times.
/// </summary>
public sealed class KpiCoverageTests
{
    private const int Runs = 400;
    private const double Floor = 0.89;

    [Fact]
    public void Intervals_of_all_kpis_hold_the_truth_although_users_repeat()
    {
        const int Seed = 20261116;
        var random = new Random(Seed);
        // Truth: rate of a user is .8 ± .3 by coin flip -> mean .8 for escalation .2; fallback .15 per turn; cost exponential, mean .05.
        (string Kpi, double Truth)[] truths = [("containment", 0.8), ("fallback", 0.15), ("cost_per_conversation", 0.05)];
        var hits = new Dictionary<string, int>();
        for (var run = 0; run < Runs; run++)
        {
            var estimates = KpiCalculator.Calculate(
                FactsTable.Of(Night(random)), [.. truths.Select(truth => Definition(truth.Kpi))], [], 0.95);
            foreach (var (kpi, truth) in truths)
            {
                var estimate = estimates.Single(candidate => candidate.KpiId == kpi);
                hits[kpi] = hits.GetValueOrDefault(kpi) + (estimate.Low <= truth && truth <= estimate.High ? 1 : 0);
            }
        }

        foreach (var (kpi, count) in hits)
            Assert.True(count >= Floor * Runs, FormattableString.Invariant($"{kpi}: {count} of {Runs} with seed {Seed}"));
    }

    [Fact]
    public void Paired_and_unpaired_differences_hold_the_truth()
    {
        const int Seed = 20261117;
        var random = new Random(Seed);
        var paired = 0;
        var unpaired = 0;
        for (var run = 0; run < Runs; run++)
        {
            // Scenario rates are drawn evenly from .4 to 1, the newer version is .1 lower on each: truth −.1.
            var rows = new List<ConversationFacts>();
            for (var scenario = 0; scenario < 80; scenario++)
            {
                var rate = 0.4 + 0.6 * random.NextDouble();
                for (var trial = 0; trial < 2; trial++)
                {
                    rows.Add(Outcome(random, "1", scenario, trial, rate));
                    rows.Add(Outcome(random, "2", scenario, trial, rate - 0.1));
                }
            }

            paired += Holds(rows, expectPairs: true) ? 1 : 0;
            unpaired += Holds(rows.Where(row => row.Trial == 0).Select(row => row with { ScenarioId = null }), expectPairs: false) ? 1 : 0;
        }

        Assert.True(paired >= Floor * Runs, FormattableString.Invariant($"paired: {paired} of {Runs} with seed {Seed}"));
        Assert.True(unpaired >= Floor * Runs, FormattableString.Invariant($"unpaired: {unpaired} of {Runs} with seed {Seed}"));
    }

    private static bool Holds(IEnumerable<ConversationFacts> rows, bool expectPairs)
    {
        var table = FactsTable.Of(rows);
        var comparison = Assert.Single(VersionComparer.Compare(table, [], [Definition("goal_completion", 0.05)], "1", "2", 0.95));
        Assert.Equal(expectPairs, comparison.Pairs > 0);
        return comparison.Low <= -0.1 && -0.1 <= comparison.High;
    }

    private static ConversationFacts Outcome(Random random, string version, int scenario, int trial, double rate) =>
        Row(FormattableString.Invariant($"{version}/{scenario}/{trial}"), version) with
        {
            ScenarioId = FormattableString.Invariant($"s{scenario}"),
            Trial = trial,
            GoalsOpened = 1,
            GoalsReached = random.NextDouble() < rate ? 1 : 0,
        };

    private static IEnumerable<ConversationFacts> Night(Random random)
    {
        for (var user = 0; user < 100; user++)
        {
            var escalates = random.Next(2) == 0 ? 0.35 : 0.05;
            var fallsBack = random.Next(2) == 0 ? 0.25 : 0.05;
            var costs = random.Next(2) == 0 ? 0.08 : 0.02;
            for (var i = 0; i < 3; i++)
            {
                var botTurns = random.Next(1, 6);
                yield return Row(FormattableString.Invariant($"{user}/{i}")) with
                {
                    UserKey = FormattableString.Invariant($"u{user}"),
                    IsEscalated = random.NextDouble() < escalates,
                    BotTurns = botTurns,
                    FallbackTurns = Enumerable.Range(0, botTurns).Count(_ => random.NextDouble() < fallsBack),
                    CostUsd = -costs * Math.Log(1 - random.NextDouble()),
                };
            }
        }
    }
}
