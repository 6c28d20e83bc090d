using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Outcomes;

/// <summary>What became of the conversations: a partition that always adds up.</summary>
public static class OutcomeCalculator
{
    private enum Outcome
    {
        Escalated,
        Abandoned,
        Resolved,
        Partial,
        NoGoal,
        Unknown,
    }

    /// <summary>
    /// One partition per version in order of release; conversations of unknown version last. The first that holds
    /// decides: escalated, abandoned, no goal opened, all goals reached, some or none reached. A missed goal is
    /// <i>partial</i> only when the source says that nobody took over and nobody left; otherwise the outcome is
    /// unknown. O(rows).
    /// </summary>
    public static IReadOnlyList<OutcomePartition> Calculate(FactsTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = new Dictionary<int, long[]>();
        foreach (ref readonly var row in table.Rows)
        {
            if (!counts.TryGetValue(row.Version, out var ofVersion))
                counts.Add(row.Version, ofVersion = new long[(int)Outcome.Unknown + 1]);
            ofVersion[(int)OutcomeOf(row)]++;
        }

        var partitions = table.Versions
            .Select(version => Partition(version, counts[table.VersionNames.Find(version)]))
            .ToList();
        if (counts.TryGetValue(FactsRow.Unknown, out var unknown))
            partitions.Add(Partition(null, unknown));
        return partitions;
    }

    private static Outcome OutcomeOf(in FactsRow row) =>
        row.IsEscalated == 1 ? Outcome.Escalated
        : row.IsAbandoned == 1 ? Outcome.Abandoned
        : row.GoalsOpened == 0 ? Outcome.NoGoal
        : row.IsEveryGoalReached switch
        {
            true => Outcome.Resolved,
            false when row.IsEscalated == 0 && row.IsAbandoned == 0 => Outcome.Partial,
            _ => Outcome.Unknown,
        };

    private static OutcomePartition Partition(string? version, long[] counts) => new()
    {
        BotVersion = version,
        Eligible = counts.Sum(),
        Escalated = counts[(int)Outcome.Escalated],
        Abandoned = counts[(int)Outcome.Abandoned],
        Resolved = counts[(int)Outcome.Resolved],
        Partial = counts[(int)Outcome.Partial],
        NoGoal = counts[(int)Outcome.NoGoal],
        Unknown = counts[(int)Outcome.Unknown],
    };
}
