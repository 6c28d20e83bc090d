using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>All KPIs with their segments, and the comparison of two versions, over generated facts: two versions, thirty intents, repeated users.</summary>
internal static class ScoreMeasurement
{
    private const int Intents = 30;
    private const double Level = 0.95;

    public static Measurement Run(MeasureRequest request)
    {
        var meter = new Meter();
        var parts = new Dictionary<string, double>(StringComparer.Ordinal);
        meter.Start();
        var table = FactsTable.Of(Facts(request.Facts));
        parts["table"] = Lap(meter, parts);
        meter.Start();
        var estimates = KpiCalculator.Calculate(table, KpiDictionary.Default, [], Level);
        parts["KPIs"] = Lap(meter, parts);
        meter.Start();
        var comparisons = VersionComparer.Compare(table, estimates, KpiDictionary.Default, "A", "B", Level);
        parts["comparison"] = Lap(meter, parts);
        return new Measurement
        {
            Name = request.Name,
            Unit = "conversations",
            Items = table.Eligible,
            WallSeconds = meter.Wall.TotalSeconds,
            CpuSeconds = meter.Cpu.TotalSeconds,
            PeakBytes = PeakMemory.Read(),
            Parts = parts,
            Notes = [string.Create(CultureInfo.InvariantCulture, $"{estimates.Count} estimates, {comparisons.Count} comparisons")],
        };
    }

    private static double Lap(Meter meter, Dictionary<string, double> parts)
    {
        meter.Stop();
        var lap = meter.Wall.TotalSeconds;
        foreach (var before in parts.Values)
            lap -= before;
        return lap;
    }

    private static IEnumerable<ConversationFacts> Facts(int count)
    {
        var random = new SeededRandom(7);
        for (var number = 0; number < count; number++)
        {
            var opened = random.NextIndex(3);
            var reached = opened == 0 ? 0 : random.NextIndex(opened + 1);
            var botTurns = 1 + random.NextIndex(7);
            var isNewer = number % 2 == 1;
            var pair = number / 2;
            yield return new ConversationFacts
            {
                Key = new ConversationKey("generated", string.Create(CultureInfo.InvariantCulture, $"g{number:D8}")),
                BotVersion = isNewer ? "B" : "A",
                ScenarioId = pair % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"S{pair / 2 % 200}") : null,
                Trial = pair % 2 == 0 ? pair / 400 : 0,
                Night = new DateOnly(2026, 3, 2).AddDays(random.NextIndex(5) + (isNewer ? 5 : 0)),
                UserKey = string.Create(CultureInfo.InvariantCulture, $"u{(number / 3) + random.NextIndex(50)}"),
                Intent = string.Create(CultureInfo.InvariantCulture, $"intent_{random.NextIndex(Intents)}"),
                GoalsOpened = opened,
                GoalsReached = reached,
                IsEscalated = random.NextUnit() < 0.12,
                IsAbandoned = random.NextUnit() < 0.2,
                UserTurns = botTurns,
                BotTurns = botTurns,
                FallbackTurns = random.NextIndex(botTurns + 1) / 3,
                ReAsks = random.NextIndex(2),
                FirstResponseSeconds = 0.5 + (3 * random.NextUnit()),
                HandlingSeconds = 20 + (200 * random.NextUnit()),
                CostUsd = 0.05 * random.NextUnit(),
                ResponsesPassed = random.NextIndex(botTurns),
                ResponsesFailed = random.NextIndex(2),
                BeliefTurns = botTurns,
                OutOfScopeTurns = 0,
            };
        }
    }
}
