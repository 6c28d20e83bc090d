using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Kpis;

/// <summary>The formulas behind <see cref="KpiDictionary"/>.</summary>
internal static class KpiFormulas
{
    private const string NoHandover = "no events, signals, end reasons or human turns that would show a hand-over";

    private static readonly KpiFormula[] All =
    [
        new(KpiIds.GoalCompletion, KpiKind.ShareOfConversations, KpiDirection.HigherIsBetter, GoalCompletion,
            "no goal with a known outcome", HasQuantiles: false),
        new(KpiIds.ContentAdherence, KpiKind.Judged, KpiDirection.HigherIsBetter, ContentAdherence,
            "no response that was judged against a golden answer", HasQuantiles: false),
        new(KpiIds.Containment, KpiKind.ShareOfConversations, KpiDirection.HigherIsBetter, Containment,
            NoHandover, HasQuantiles: false),
        new(KpiIds.Escalation, KpiKind.ShareOfConversations, KpiDirection.LowerIsBetter, Escalation,
            NoHandover, HasQuantiles: false),
        new(KpiIds.Fallback, KpiKind.ShareOfTurns, KpiDirection.LowerIsBetter, Fallback,
            "no bot turn with a fallback flag or a judge of fallbacks", HasQuantiles: false),
        new(KpiIds.FirstResponseTime, KpiKind.Mean, KpiDirection.LowerIsBetter,
            static (in FactsRow row) => row.BotTurns == 0 ? Measurement.None : Amount(row.FirstResponseSeconds),
            "no latencies or times of turns", HasQuantiles: true),
        new(KpiIds.HandlingTime, KpiKind.Mean, KpiDirection.LowerIsBetter,
            static (in FactsRow row) => Amount(row.HandlingSeconds),
            "no times of the first and last message", HasQuantiles: false),
        new(KpiIds.CostPerConversation, KpiKind.Mean, KpiDirection.LowerIsBetter,
            static (in FactsRow row) => Amount(row.CostUsd),
            "no costs", HasQuantiles: false),
    ];

    private static readonly Dictionary<string, KpiFormula> ById = All.ToDictionary(formula => formula.Id);

    /// <summary>All ids, for messages.</summary>
    public static string KnownIds => string.Join(", ", All.Select(formula => formula.Id));

    /// <summary>The formula of a KPI; null when none is known.</summary>
    public static KpiFormula? Find(string id) => ById.GetValueOrDefault(id);

    private static Measurement GoalCompletion(in FactsRow row) =>
        row.GoalsOpened <= 0 ? Measurement.None : Answer(row.IsEveryGoalReached);

    private static Measurement Containment(in FactsRow row) =>
        Answer(row.IsEscalated < 0 ? null : row.IsEscalated == 0);

    private static Measurement Escalation(in FactsRow row) =>
        Answer(row.IsEscalated < 0 ? null : row.IsEscalated == 1);

    private static Measurement Fallback(in FactsRow row) =>
        row.FallbackTurns < 0 ? Measurement.Missing(row.BotTurns) : Measurement.Of(row.FallbackTurns, row.BotTurns);

    private static Measurement ContentAdherence(in FactsRow row) =>
        new(row.ResponsesPassed, row.ResponsesPassed + row.ResponsesFailed, row.ResponsesUngraded);

    private static Measurement Amount(double amount) =>
        amount < 0 ? Measurement.Missing(1) : Measurement.Of(amount, 1);

    private static Measurement Answer(bool? answer) =>
        answer is { } known ? Measurement.Of(known ? 1 : 0, 1) : Measurement.Missing(1);
}
