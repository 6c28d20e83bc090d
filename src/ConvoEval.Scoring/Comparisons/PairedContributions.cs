using System.Collections.Generic;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>The pairs in which both versions have a value, with what each contributes.</summary>
internal sealed class PairedContributions
{
    public required IReadOnlyList<Measurement> Older { get; init; }

    public required IReadOnlyList<Measurement> Newer { get; init; }

    /// <summary>Number of the scenario of each pair.</summary>
    public required IReadOnlyList<int> Scenarios { get; init; }

    public required IReadOnlyList<int> OlderRows { get; init; }

    public required IReadOnlyList<int> NewerRows { get; init; }

    public int Count => Older.Count;

    public static PairedContributions Of(FactsTable table, PairIndex pairs, KpiFormula formula)
    {
        var rows = table.Rows;
        var older = new List<Measurement>();
        var newer = new List<Measurement>();
        var scenarios = new List<int>();
        var olderRows = new List<int>();
        var newerRows = new List<int>();
        for (var i = 0; i < pairs.Older.Count; i++)
        {
            var old = formula.Measure(rows[pairs.Older[i]]);
            var recent = formula.Measure(rows[pairs.Newer[i]]);
            if (old.Whole == 0 || recent.Whole == 0)
                continue;
            older.Add(old);
            newer.Add(recent);
            scenarios.Add(rows[pairs.Newer[i]].Scenario);
            olderRows.Add(pairs.Older[i]);
            newerRows.Add(pairs.Newer[i]);
        }

        return new PairedContributions
        {
            Older = older,
            Newer = newer,
            Scenarios = scenarios,
            OlderRows = olderRows,
            NewerRows = newerRows,
        };
    }
}
