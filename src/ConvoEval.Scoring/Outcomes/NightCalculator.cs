using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Outcomes;

/// <summary>Counts by night and version.</summary>
public static class NightCalculator
{
    /// <summary>
    /// One line per night and version with eligible conversations, by night, then version in order of release, unknown
    /// version last. Conversations without a time are in none of them. Fallbacks are null in a night in which they are
    /// unknown for any conversation, because a part of them over all bot turns would be no rate. O(rows).
    /// </summary>
    public static IReadOnlyList<NightLine> Calculate(FactsTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = new Dictionary<(int Night, int Version), NightCounts>();
        foreach (ref readonly var row in table.Rows)
        {
            if (row.Night < 0)
                continue;
            if (!counts.TryGetValue((row.Night, row.Version), out var night))
                counts.Add((row.Night, row.Version), night = new NightCounts());
            night.Add(row);
        }

        var place = table.Versions
            .Select((version, i) => (version, i))
            .ToDictionary(release => release.version, release => release.i, StringComparer.Ordinal);
        return counts
            .OrderBy(night => night.Key.Night)
            .ThenBy(night => night.Key.Version < 0 ? int.MaxValue : place[table.VersionNames[night.Key.Version]])
            .Select(night => night.Value.ToLine(
                DateOnly.FromDayNumber(night.Key.Night),
                night.Key.Version < 0 ? null : table.VersionNames[night.Key.Version]))
            .ToList();
    }

    private sealed class NightCounts
    {
        private long _conversations;
        private long _goalBearing;
        private long _goalsReached;
        private long _botTurns;
        private long? _fallbacks = 0;
        private long _graded;
        private long _contradicted;
        private long _critical;

        public void Add(in FactsRow row)
        {
            _conversations++;
            if (row.IsEveryGoalReached is { } isReached)
            {
                _goalBearing++;
                _goalsReached += isReached ? 1 : 0;
            }

            _botTurns += row.BotTurns;
            _fallbacks = row.FallbackTurns < 0 ? null : _fallbacks + row.FallbackTurns;
            _graded += row.ResponsesPassed + row.ResponsesFailed;
            _contradicted += row.ResponsesFailed;
            _critical += row.CriticalStatements;
        }

        public NightLine ToLine(DateOnly night, string? version) => new()
        {
            Night = night,
            BotVersion = version,
            Conversations = _conversations,
            GoalBearing = _goalBearing,
            GoalsReached = _goalsReached,
            BotTurns = _botTurns,
            Fallbacks = _fallbacks,
            ResponsesGraded = _graded,
            Contradicted = _contradicted,
            CriticalStatements = _critical,
        };
    }
}
