using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.UnitTests.Scoring;

/// <summary>Rows of facts for the tests of KPIs.</summary>
internal static class TestFacts
{
    public static ConversationFacts Row(string id, string? version = "1") => new()
    {
        Key = new ConversationKey("test", id),
        BotVersion = version,
        Night = new DateOnly(2026, 11, 16),
        UserTurns = 2,
        BotTurns = 2,
    };

    /// <summary>Conversations with one goal each, so many reached and so many missed.</summary>
    public static IEnumerable<ConversationFacts> Goals(
        string version, int reached, int missed, string? intent = null, bool hasScenarios = false) =>
        Enumerable.Range(0, reached + missed).Select(i =>
        {
            var id = FormattableString.Invariant($"{intent ?? "c"}-{i:00000}");
            return Row($"{version}-{id}", version) with
            {
                Intent = intent,
                ScenarioId = hasScenarios ? id : null,
                GoalsOpened = 1,
                GoalsReached = i < reached ? 1 : 0,
            };
        });

    /// <summary>A definition of the dictionary with a margin.</summary>
    public static KpiDefinition Definition(string id, double? margin = null) =>
        KpiDictionary.Default.Single(kpi => kpi.Id == id) with { Margin = margin };

    public static double Known(double? value) => value ?? throw new InvalidOperationException("Expected a value, found none.");
}
