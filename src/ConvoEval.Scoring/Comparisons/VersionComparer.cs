using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using ConvoEval.Statistics;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>
/// A newer version against an older one on every KPI: paired by scenario where at least 30 pairs have a value on both
/// sides, else as independent samples. Pure; O(rows) per KPI.
/// </summary>
public sealed class VersionComparer
{
    private const int FewestPairs = 30;

    /// <summary>The mix of intents differs when chance would show as much less often than this.</summary>
    private const double MixLevel = 0.01;

    private readonly FactsTable _table;
    private readonly IReadOnlyList<Estimate> _estimates;
    private readonly string _from;
    private readonly string _to;
    private readonly double _level;
    private readonly int[] _olderRows;
    private readonly int[] _newerRows;
    private readonly PairIndex _pairs;
    private readonly Sample _older = new();
    private readonly Sample _newer = new();

    private VersionComparer(FactsTable table, IReadOnlyList<Estimate> estimates, string from, string to, double level)
    {
        _table = table;
        _estimates = estimates;
        _from = from;
        _to = to;
        _level = level;
        _olderRows = RowsOf(from);
        _newerRows = RowsOf(to);
        _pairs = PairIndex.Of(table, _olderRows, _newerRows);
    }

    /// <summary>
    /// One comparison per KPI with a formula, in dictionary order. A version without eligible conversations is not
    /// comparable.
    /// </summary>
    /// <param name="table">Facts of the run.</param>
    /// <param name="estimates">What <see cref="KpiCalculator"/> said of the same table; judged KPIs are compared by
    /// these.</param>
    /// <param name="definitions">KPI dictionary with margins.</param>
    /// <param name="from">Older version.</param>
    /// <param name="to">Newer version.</param>
    /// <param name="level">Confidence level, such as 0.95.</param>
    public static IReadOnlyList<KpiComparison> Compare(
        FactsTable table,
        IReadOnlyList<Estimate> estimates,
        IReadOnlyList<KpiDefinition> definitions,
        string from,
        string to,
        double level)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        if (from == to)
            throw new ArgumentException($"Expected two versions to compare, found {from} twice.", nameof(to));
        var comparer = new VersionComparer(table, estimates, from, to, level);
        return definitions
            .Select(kpi => KpiFormulas.Find(kpi.Id) is { } formula ? comparer.Compare(kpi, formula) : null)
            .OfType<KpiComparison>()
            .ToList();
    }

    private KpiComparison Compare(KpiDefinition kpi, KpiFormula formula)
    {
        _older.Read(_table, _olderRows, formula.Measure);
        _newer.Read(_table, _newerRows, formula.Measure);
        if (_older.Whole == 0 || _newer.Whole == 0)
            return WithoutValue(kpi, formula);
        if (formula.Kind == KpiKind.Judged)
            return AdherenceDifference.Compare(
                kpi, EstimateOf(kpi.Id, _from), EstimateOf(kpi.Id, _to), _from, _to, _level);
        var pairs = PairedContributions.Of(_table, _pairs, formula);
        return pairs.Count >= FewestPairs
            ? Judge(
                kpi,
                PairedDifferences.Of(pairs, formula.Kind, _level),
                pairs.Count,
                Split(formula, pairs.OlderRows, pairs.NewerRows))
            : Judge(
                kpi,
                UnpairedDifferences.Of(_older, _newer, formula.Kind, _level),
                pairs.Count,
                Split(formula, _olderRows, _newerRows));
    }

    private KpiComparison Judge(KpiDefinition kpi, Difference difference, int pairs, MixSplit? split)
    {
        var margin = ComparisonMargin.Of(kpi);
        Interval? oriented = difference.Interval is { } interval
            ? AdherenceDifference.Oriented(interval, kpi.Direction)
            : null;
        var isTooFew = Math.Min(difference.ConversationsOld, difference.ConversationsNew) < kpi.MinimumScored;
        var state = isTooFew ? ComparisonStates.TooFewScored : ComparisonStates.Of(oriented, margin);
        var verdict = ComparisonStates.VerdictOf(state);
        var gain = kpi.Direction == KpiDirection.HigherIsBetter ? difference.Value : -difference.Value;
        var isOpen = verdict == ComparisonVerdict.NotEnoughData
            || (state == ComparisonStates.Worse && margin is not null);
        var needed = isOpen
            ? NeededSample.PerVersion(difference, gain, margin, kpi.MinimumScored, _level)
            : null;
        return new KpiComparison
        {
            KpiId = kpi.Id,
            From = _from,
            To = _to,
            Difference = difference.Value,
            Low = difference.Interval?.Low,
            High = difference.Interval?.High,
            Level = _level,
            Method = difference.Method,
            PValue = difference.PValue,
            Pairs = difference.Pairs,
            OnlyOld = difference.OnlyOld,
            OnlyNew = difference.OnlyNew,
            Margin = kpi.Margin,
            Verdict = verdict,
            State = state,
            Explanation = string.Join(" ", Explain(kpi, difference, pairs, state, split, needed)),
            NeededPerVersion = needed,
            Mix = split?.Mix,
            Within = split?.Within,
            Entered = split?.Entered,
            Left = split?.Left,
            Strata = split?.Strata ?? [],
        };
    }

    private IEnumerable<string> Explain(
        KpiDefinition kpi, Difference difference, int pairs, string state, MixSplit? split, long? needed)
    {
        yield return ComparisonWords.OfState(state, kpi);
        yield return difference.Pairs > 0
            ? ComparisonWords.Paired(difference, _from, _to, _older.Conversations - pairs, _newer.Conversations - pairs)
            : ComparisonWords.Unpaired(difference, _from, _to, pairs);
        if (split is { MixP: < MixLevel })
            yield return ComparisonWords.OfMix(split, kpi);
        if (needed is { } count)
            yield return ComparisonWords.OfNeed(count, difference.Pairs);
    }

    private KpiComparison WithoutValue(KpiDefinition kpi, KpiFormula formula)
    {
        var without = (_older.Whole == 0, _newer.Whole == 0) switch
        {
            (true, true) => $"{_from} and {_to}",
            (true, false) => _from,
            _ => _to,
        };
        return new KpiComparison
        {
            KpiId = kpi.Id,
            From = _from,
            To = _to,
            Level = _level,
            Method = "none",
            Pairs = 0,
            Margin = kpi.Margin,
            Verdict = ComparisonVerdict.NotComparable,
            State = ComparisonStates.MissingSource,
            Explanation = $"Cannot be computed for {without}: {formula.Missing}.",
        };
    }

    private MixSplit? Split(KpiFormula formula, IEnumerable<int> olderRows, IEnumerable<int> newerRows) =>
        IntentStrata.Of(_table, formula, olderRows, newerRows) is { } strata ? MixSplit.Of(strata) : null;

    private Estimate EstimateOf(string kpi, string version) =>
        _estimates.FirstOrDefault(estimate =>
            estimate.KpiId == kpi && estimate.BotVersion == version && estimate.Segment is null)
        ?? throw new InvalidOperationException($"Expected an estimate of {kpi} for version {version}, found none.");

    private int[] RowsOf(string version)
    {
        var number = _table.VersionNames.Find(version);
        var order = _table.Order;
        foreach (var cell in order.Versions)
        {
            if (number >= 0 && cell.Version == number)
                return order.ByVersion.AsSpan(cell.Start, cell.Length).ToArray();
        }

        return [];
    }
}
