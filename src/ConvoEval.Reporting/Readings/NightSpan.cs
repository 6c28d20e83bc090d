using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Reporting.Readings;

/// <summary>Counts of one version summed over some nights.</summary>
internal sealed record NightSpan
{
    public required string? BotVersion { get; init; }

    public required int Nights { get; init; }

    public required long Conversations { get; init; }

    public required long GoalBearing { get; init; }

    public required long GoalsReached { get; init; }

    /// <summary>Bot turns of the nights on which fallbacks are known.</summary>
    public required long BotTurns { get; init; }

    /// <summary>Fallbacks; null when unknown on every night.</summary>
    public required long? Fallbacks { get; init; }

    public required long ResponsesGraded { get; init; }

    public required long Contradicted { get; init; }

    public required long CriticalStatements { get; init; }

    /// <summary>Nights of a report before (or on) its last night, by version in order of release; versions without such nights are left out.</summary>
    public static IReadOnlyList<NightSpan> Of(EvaluationReport report, Func<DateOnly, bool> takes)
    {
        var order = report.Versions.Select((version, index) => (version, index))
            .ToDictionary(entry => entry.version, entry => entry.index, StringComparer.Ordinal);
        return
        [
            .. report.Nights.Where(line => takes(line.Night)).GroupBy(line => line.BotVersion)
                .OrderBy(group => group.Key is { } version ? order.GetValueOrDefault(version, int.MaxValue) : int.MaxValue)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Sum(group.Key, [.. group])),
        ];
    }

    private static NightSpan Sum(string? version, IReadOnlyList<NightLine> lines)
    {
        var known = lines.Where(line => line.Fallbacks is not null).ToList();
        return new NightSpan
        {
            BotVersion = version,
            Nights = lines.Select(line => line.Night).Distinct().Count(),
            Conversations = lines.Sum(line => line.Conversations),
            GoalBearing = lines.Sum(line => line.GoalBearing),
            GoalsReached = lines.Sum(line => line.GoalsReached),
            BotTurns = known.Sum(line => line.BotTurns),
            Fallbacks = known.Count == 0 ? null : known.Sum(line => line.Fallbacks ?? 0),
            ResponsesGraded = lines.Sum(line => line.ResponsesGraded),
            Contradicted = lines.Sum(line => line.Contradicted),
            CriticalStatements = lines.Sum(line => line.CriticalStatements),
        };
    }
}
