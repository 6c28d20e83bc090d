using System;
using System.Collections.Generic;

namespace ConvoEval.Scoring.Tables;

/// <summary>
/// The rows of a table twice: by version, and by version and intent; inside each cell by cluster, so that the
/// conversations of one user stand together. The order hangs on names and hashes only, never on the order in which the
/// rows came. One sort and three counting sorts: O(n log n).
/// </summary>
internal sealed class CanonicalOrder
{
    private CanonicalOrder()
    {
    }

    private delegate int NameOf(in FactsRow row);

    /// <summary>Hash of the cluster of every row, by row number.</summary>
    public required ulong[] Clusters { get; init; }

    /// <summary>Row numbers of all versions together, by cluster.</summary>
    public required int[] All { get; init; }

    /// <summary>Row numbers by version, then cluster.</summary>
    public required int[] ByVersion { get; init; }

    /// <summary>Cells of <see cref="ByVersion"/>, unknown version first, then by name.</summary>
    public required IReadOnlyList<Cell> Versions { get; init; }

    /// <summary>Row numbers by version, intent, cluster.</summary>
    public required int[] ByIntent { get; init; }

    /// <summary>Cells of <see cref="ByIntent"/>, unknown names first, then by name.</summary>
    public required IReadOnlyList<Cell> Intents { get; init; }

    public static CanonicalOrder Of(FactsTable table)
    {
        var clusters = ClusterHashes.Of(table);
        var all = ByCluster(table.Rows, clusters);
        var versionRanks = table.VersionNames.Ranks();
        var intentRanks = table.IntentNames.Ranks();
        var byVersion = Sort(all, table.Rows, versionRanks, static (in FactsRow row) => row.Version);
        var byIntent = Sort(
            Sort(all, table.Rows, intentRanks, static (in FactsRow row) => row.Intent),
            table.Rows,
            versionRanks,
            static (in FactsRow row) => row.Version);
        return new CanonicalOrder
        {
            Clusters = clusters,
            All = all,
            ByVersion = byVersion,
            Versions = Cells(byVersion, table.Rows, withIntent: false),
            ByIntent = byIntent,
            Intents = Cells(byIntent, table.Rows, withIntent: true),
        };
    }

    private static int[] ByCluster(ReadOnlySpan<FactsRow> rows, ulong[] clusters)
    {
        var order = new int[rows.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var keys = (ulong[])clusters.Clone();
        Array.Sort(keys, order);
        // Rows of one cluster are still in the order in which they came.
        var members = new List<(ulong Key, int Row)>();
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
            {
                members.Clear();
                for (var i = start; i < end; i++)
                    members.Add((rows[order[i]].KeyHash, order[i]));
                members.Sort();
                for (var i = start; i < end; i++)
                    order[i] = members[i - start].Row;
            }

            start = end;
        }

        return order;
    }

    /// <summary>
    /// Counting sort by the rank of a name, unknown names first. Stable, so that an order made before stays inside.
    /// </summary>
    private static int[] Sort(int[] order, ReadOnlySpan<FactsRow> rows, int[] ranks, NameOf name)
    {
        var places = new int[rows.Length];
        var next = new int[ranks.Length + 2];
        for (var i = 0; i < rows.Length; i++)
        {
            var number = name(rows[i]);
            places[i] = number < 0 ? 0 : ranks[number] + 1;
            next[places[i] + 1]++;
        }

        for (var place = 1; place < next.Length; place++)
            next[place] += next[place - 1];
        var sorted = new int[order.Length];
        foreach (var row in order)
            sorted[next[places[row]]++] = row;
        return sorted;
    }

    private static List<Cell> Cells(int[] order, ReadOnlySpan<FactsRow> rows, bool withIntent)
    {
        var cells = new List<Cell>();
        for (var start = 0; start < order.Length;)
        {
            ref readonly var first = ref rows[order[start]];
            var end = start + 1;
            while (end < order.Length
                && rows[order[end]].Version == first.Version
                && (!withIntent || rows[order[end]].Intent == first.Intent))
                end++;
            cells.Add(new Cell(first.Version, withIntent ? first.Intent : null, start, end - start));
            start = end;
        }

        return cells;
    }
}
