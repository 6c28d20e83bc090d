using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Paired;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>
/// New minus old on pairs of the same scenario. The scenario is the unit: its trials are not independent of each other.
/// </summary>
internal static class PairedDifferences
{
    /// <summary>
    /// Shares of conversations with one trial per scenario: Newcombe's method 10 and McNemar's mid-p. Everything else:
    /// differences of (linearised) contributions, clustered by scenario, with Student's t.
    /// </summary>
    public static Difference Of(PairedContributions pairs, KpiKind kind, double level)
    {
        var scenarios = pairs.Scenarios.ToArray();
        var distinct = scenarios.Distinct().Count();
        var result = kind == KpiKind.ShareOfConversations && distinct == pairs.Count
            ? OfIndependentShares(pairs, level)
            : OfContributions(pairs, scenarios, level);
        if (kind == KpiKind.ShareOfConversations)
        {
            var table = TableOf(pairs);
            result = result with { OnlyNew = table.OnlyFirst, OnlyOld = table.OnlySecond };
            // All trials agree: what is left to doubt is seen on one trial per scenario.
            if (result.Interval is null)
                result = result with
                {
                    Interval = PairedDifference.Newcombe(FirstTrials(pairs), level),
                    Method = "newcombe_paired",
                };
        }

        return result with { Scenarios = distinct };
    }

    private static Difference OfIndependentShares(PairedContributions pairs, double level)
    {
        var table = TableOf(pairs);
        return New(
            pairs,
            table.Difference ?? 0,
            PairedDifference.Newcombe(table, level),
            "newcombe_paired",
            McNemar.Test(table).MidP);
    }

    private static Difference OfContributions(PairedContributions pairs, int[] scenarios, double level)
    {
        var older = Total.Of(pairs.Older);
        var newer = Total.Of(pairs.Newer);
        var differences = new double[pairs.Count];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = newer.Contribution(pairs.Newer[i]) - older.Contribution(pairs.Older[i]);
        var value = newer.Ratio - older.Ratio;
        // Contributions are centred, so their mean is 0 and only the standard error is taken from here.
        var mean = ClusterMean.Estimate<int>(differences, scenarios, level);
        if (mean is not { Cr1StandardError: > 1e-14 and var error })
            return New(pairs, value, null, "paired_cluster_t", null);
        var freedom = mean.Clusters - 1;
        var half = StudentT.TwoSided(level, freedom) * error;
        return New(
            pairs,
            value,
            new Interval(value - half, value + half),
            "paired_cluster_t",
            StudentT.TwoSidedP(value / error, freedom));
    }

    private static Difference New(
        PairedContributions pairs, double value, Interval? interval, string method, double? pValue) => new()
    {
        Value = value,
        Interval = interval,
        Method = method,
        PValue = pValue,
        Pairs = pairs.Count,
        ConversationsOld = pairs.Count,
        ConversationsNew = pairs.Count,
    };

    /// <summary>First = new, so that the difference is new minus old.</summary>
    private static PairedTable TableOf(PairedContributions pairs) => TableOf(pairs, Enumerable.Range(0, pairs.Count));

    private static PairedTable FirstTrials(PairedContributions pairs)
    {
        var seen = new HashSet<int>();
        return TableOf(pairs, Enumerable.Range(0, pairs.Count).Where(i => seen.Add(pairs.Scenarios[i])));
    }

    private static PairedTable TableOf(PairedContributions pairs, IEnumerable<int> chosen)
    {
        Span<long> cells = stackalloc long[4];
        foreach (var i in chosen)
            cells[(pairs.Newer[i].Part > 0 ? 2 : 0) + (pairs.Older[i].Part > 0 ? 1 : 0)]++;
        return new PairedTable(both: cells[3], onlyFirst: cells[2], onlySecond: cells[1], neither: cells[0]);
    }

    /// <summary>Parts over wholes of one version.</summary>
    private readonly record struct Total(double Ratio, double MeanWhole)
    {
        public static Total Of(IReadOnlyList<Measurement> measurements)
        {
            var part = 0.0;
            var whole = 0.0;
            foreach (var measured in measurements)
            {
                part += measured.Part;
                whole += measured.Whole;
            }

            return new Total(part / whole, whole / measurements.Count);
        }

        /// <summary>The linearised contribution (y − R·x)/x̄; for a mean this is the distance from it.</summary>
        public double Contribution(Measurement measured) => (measured.Part - Ratio * measured.Whole) / MeanWhole;
    }
}
