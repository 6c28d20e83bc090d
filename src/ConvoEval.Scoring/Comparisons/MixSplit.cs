using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>
/// What moved a KPI: a difference of ratios split into another mix of strata, changes within them, and strata that
/// entered or left (Kitagawa 1955). The four parts add up to the difference. Weights are shares of the denominator, so
/// that it holds for shares of turns and means as for shares of conversations.
/// </summary>
internal sealed record MixSplit
{
    /// <summary>Conversations in a stratum below which it says nothing and is pooled.</summary>
    private const int SmallCell = 30;

    /// <summary>Name of the pooled stratum.</summary>
    private const string Pooled = "other";

    public required double Mix { get; init; }

    public required double Within { get; init; }

    public required double Entered { get; init; }

    public required double Left { get; init; }

    /// <summary>Difference at the mix of the older version, over common strata.</summary>
    public required double AtOldMix { get; init; }

    /// <summary>
    /// p-value that both versions have the same mix (χ² on conversations); null with fewer than two strata.
    /// </summary>
    public double? MixP { get; init; }

    /// <summary>All strata, those that moved the KPI most first.</summary>
    public required IReadOnlyList<ComparisonStratum> Strata { get; init; }

    /// <summary>
    /// Splits totals by stratum. Strata with fewer than 30 conversations in a version that has them are pooled as
    /// "other" in both. Null when the versions have no stratum in common. O(strata log strata).
    /// </summary>
    public static MixSplit? Of(IEnumerable<Stratum> strata)
    {
        var pooled = Pool(strata);
        var common = pooled.Where(stratum => stratum.IsCommon).ToList();
        if (common.Count == 0)
            return null;
        var all = Sum("", pooled);
        var both = Sum("", common);
        // Wholes of common strata are above 0 on both sides, so are their sums, and so all these values exist.
        double oldCommon = both.PartOld / both.WholeOld;
        double newCommon = both.PartNew / both.WholeNew;
        double middle = (oldCommon + newCommon) / 2;
        double entered = all.PartNew / all.WholeNew - newCommon;
        double left = oldCommon - all.PartOld / all.WholeOld;
        var moved = pooled.Select(stratum => Moved(stratum, both, middle)).ToList();
        return new MixSplit
        {
            Mix = moved.Sum(stratum => stratum.Mix),
            Within = moved.Sum(stratum => stratum.Within),
            Entered = entered,
            Left = left,
            AtOldMix = common.Sum(stratum =>
                stratum.WholeOld / both.WholeOld
                * (stratum.PartNew / stratum.WholeNew - stratum.PartOld / stratum.WholeOld)),
            MixP = HomogeneityTest.ChiSquaredTest(
                pooled.Select(stratum => stratum.CountOld).ToArray(),
                pooled.Select(stratum => stratum.CountNew).ToArray())?.PValue,
            Strata = moved
                .OrderByDescending(stratum => Math.Abs(stratum.Mix + stratum.Within))
                .ThenBy(stratum => stratum.Name, StringComparer.Ordinal)
                .ToList(),
        };
    }

    private static ComparisonStratum Moved(Stratum stratum, Stratum both, double middle)
    {
        var moved = new ComparisonStratum
        {
            Name = stratum.Name,
            CountOld = stratum.CountOld,
            CountNew = stratum.CountNew,
            ValueOld = stratum.ValueOld,
            ValueNew = stratum.ValueNew,
            Mix = 0,
            Within = 0,
        };
        if (stratum is not { ValueOld: { } old, ValueNew: { } recent })
            return moved;
        double oldWeight = stratum.WholeOld / both.WholeOld;
        double newWeight = stratum.WholeNew / both.WholeNew;
        return moved with
        {
            Mix = (newWeight - oldWeight) * ((old + recent) / 2 - middle),
            Within = (oldWeight + newWeight) / 2 * (recent - old),
        };
    }

    private static List<Stratum> Pool(IEnumerable<Stratum> strata)
    {
        var kept = new List<Stratum>();
        var small = new List<Stratum>();
        foreach (var stratum in strata.OrderBy(stratum => stratum.Name, StringComparer.Ordinal))
        {
            var isSmall = stratum.CountOld is > 0 and < SmallCell || stratum.CountNew is > 0 and < SmallCell;
            (isSmall || stratum.Name == Pooled ? small : kept).Add(stratum);
        }

        if (small.Count > 0)
            kept.Add(Sum(Pooled, small));
        return kept;
    }

    private static Stratum Sum(string name, List<Stratum> strata) => new(
        name,
        strata.Sum(stratum => stratum.CountOld),
        strata.Sum(stratum => stratum.PartOld),
        strata.Sum(stratum => stratum.WholeOld),
        strata.Sum(stratum => stratum.CountNew),
        strata.Sum(stratum => stratum.PartNew),
        strata.Sum(stratum => stratum.WholeNew));
}
