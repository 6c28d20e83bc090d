using System.Collections.Generic;
using System.Runtime.InteropServices;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>Totals of a KPI by intent.</summary>
internal static class IntentStrata
{
    /// <summary>Conversations without an intent are a stratum of their own.</summary>
    private const string UnknownIntent = "(unknown)";

    /// <summary>
    /// Sums in the order of the rows, which is the canonical one. Null when no conversation has an intent.
    /// </summary>
    public static IEnumerable<Stratum>? Of(
        FactsTable table, KpiFormula formula, IEnumerable<int> olderRows, IEnumerable<int> newerRows)
    {
        if (table.IntentNames.Count == 0)
            return null;
        var totals = new Dictionary<int, Stratum>();
        var rows = table.Rows;
        foreach (var number in olderRows)
        {
            var measured = formula.Measure(rows[number]);
            if (measured.Whole == 0)
                continue;
            ref var stratum = ref Find(totals, table, rows[number].Intent);
            stratum = stratum with
            {
                CountOld = stratum.CountOld + 1,
                PartOld = stratum.PartOld + measured.Part,
                WholeOld = stratum.WholeOld + measured.Whole,
            };
        }

        foreach (var number in newerRows)
        {
            var measured = formula.Measure(rows[number]);
            if (measured.Whole == 0)
                continue;
            ref var stratum = ref Find(totals, table, rows[number].Intent);
            stratum = stratum with
            {
                CountNew = stratum.CountNew + 1,
                PartNew = stratum.PartNew + measured.Part,
                WholeNew = stratum.WholeNew + measured.Whole,
            };
        }

        return totals.Values;
    }

    private static ref Stratum Find(Dictionary<int, Stratum> totals, FactsTable table, int intent)
    {
        ref var stratum = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, intent, out var isKnown);
        if (!isKnown)
            stratum = new Stratum(intent < 0 ? UnknownIntent : table.IntentNames[intent], 0, 0, 0, 0, 0, 0);
        return ref stratum;
    }
}
