using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Which pairs of versions are compared, older first.</summary>
internal static class VersionPairs
{
    /// <summary>
    /// All pairs in order of release; the pair of the gate stands first: the one asked for where both versions are there, else the first and the last version.
    /// </summary>
    public static IReadOnlyList<(string From, string To)> Of(IReadOnlyList<string> versions, string? from, string? to)
    {
        if (versions.Count < 2)
            return [];
        var pairs = new List<(string From, string To)>();
        for (var i = 0; i < versions.Count; i++)
            for (var j = i + 1; j < versions.Count; j++)
                pairs.Add((versions[i], versions[j]));
        var gate = (From: from ?? versions[0], To: to ?? versions[^1]);
        if (!versions.Contains(gate.From, StringComparer.Ordinal) || !versions.Contains(gate.To, StringComparer.Ordinal) || gate.From == gate.To)
            gate = (versions[0], versions[^1]);
        pairs.RemoveAll(pair => pair == gate || pair == (gate.To, gate.From));
        return [gate, .. pairs];
    }
}
