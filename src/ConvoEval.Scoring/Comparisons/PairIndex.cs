using System.Collections.Generic;
using System.Runtime.InteropServices;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>
/// Conversations of two versions that answered the same scenario in the same trial, found by those ids alone.
/// </summary>
internal sealed class PairIndex
{
    private const int Ambiguous = -1;

    private PairIndex(List<int> older, List<int> newer)
    {
        Older = older;
        Newer = newer;
    }

    /// <summary>Row numbers of the older version, pair by pair, in the canonical order of the newer version.</summary>
    public IReadOnlyList<int> Older { get; }

    /// <summary>Row numbers of the newer version, pair by pair.</summary>
    public IReadOnlyList<int> Newer { get; }

    /// <summary>
    /// Pairs the rows of two versions. A trial that a version has twice is no pair, because nothing says which of the
    /// two counts. O(rows).
    /// </summary>
    public static PairIndex Of(FactsTable table, IEnumerable<int> olderRows, IEnumerable<int> newerRows)
    {
        var rows = table.Rows;
        var older = ByTrial(table, olderRows);
        var newer = ByTrial(table, newerRows);
        var olderOfPairs = new List<int>();
        var newerOfPairs = new List<int>();
        foreach (var number in newer.Order)
        {
            ref readonly var row = ref rows[number];
            var trial = (row.Scenario, row.Trial);
            if (newer.Rows[trial] == Ambiguous
                || older.Rows.GetValueOrDefault(trial, Ambiguous) is not (>= 0 and var partner))
                continue;
            olderOfPairs.Add(partner);
            newerOfPairs.Add(number);
        }

        return new PairIndex(olderOfPairs, newerOfPairs);
    }

    private static (Dictionary<(int Scenario, int Trial), int> Rows, List<int> Order) ByTrial(
        FactsTable table, IEnumerable<int> numbers)
    {
        var rows = table.Rows;
        var byTrial = new Dictionary<(int Scenario, int Trial), int>();
        var order = new List<int>();
        foreach (var number in numbers)
        {
            ref readonly var row = ref rows[number];
            if (row.Scenario < 0)
                continue;
            order.Add(number);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(
                byTrial, (row.Scenario, row.Trial), out var isRepeated);
            known = isRepeated ? Ambiguous : number;
        }

        return (byTrial, order);
    }
}
