using System.Collections.Generic;

namespace ConvoEval.Scoring.Tables;

/// <summary>
/// Which conversations are not independent of each other: those of one user; without a user, repetitions of one
/// scenario in one version; else every conversation stands for itself.
/// </summary>
internal static class ClusterHashes
{
    /// <summary>Hash of the cluster of every row, in the order of the table.</summary>
    public static ulong[] Of(FactsTable table)
    {
        var rows = table.Rows;
        var users = HashesOf(table.UserNames, "user");
        var scenarios = HashesOf(table.ScenarioNames, "scenario");
        var trials = new Dictionary<(int Version, int Scenario), int>();
        foreach (ref readonly var row in rows)
        {
            if (row.User < 0 && row.Scenario >= 0)
                trials[(row.Version, row.Scenario)] = trials.GetValueOrDefault((row.Version, row.Scenario)) + 1;
        }

        var hashes = new ulong[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref rows[i];
            hashes[i] = row.User >= 0 ? users[row.User]
                : row.Scenario >= 0 && trials[(row.Version, row.Scenario)] > 1 ? scenarios[row.Scenario]
                : row.KeyHash;
        }

        return hashes;
    }

    private static ulong[] HashesOf(NameList names, string kind)
    {
        var hashes = new ulong[names.Count];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = (ulong)StableHash.Of(kind, names[i]);
        return hashes;
    }
}
