using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Kpis;

/// <summary>
/// Estimates of all KPIs from the facts of a run. Shares of conversations have Wilson's interval while users do not
/// repeat, and an interval that is robust to their repetition when they do; ratios and means are linearised over users.
/// Pure; O(rows) per KPI.
/// </summary>
public sealed class KpiCalculator
{
    /// <summary>Name of the segment of conversations without an intent.</summary>
    private const string UnknownIntent = "(unknown)";

    private readonly FactsTable _table;
    private readonly IReadOnlyList<AdherenceEvidence> _evidence;
    private readonly double _level;
    private readonly Sample _sample = new();

    private KpiCalculator(FactsTable table, IReadOnlyList<AdherenceEvidence> evidence, double level)
    {
        _table = table;
        _evidence = evidence;
        _level = level;
    }

    /// <summary>
    /// Estimates by KPI in dictionary order, version in order of release, segment. Conversations of unknown version
    /// stand in an estimate of all conversations together (version null), which comes last and only when there are
    /// such. Segments are the intents of a version, and for times to the first response the median and the 95th
    /// percentile; a segment without a single unit is left out.
    /// </summary>
    /// <param name="table">Facts of the run.</param>
    /// <param name="definitions">KPI dictionary; a KPI without a formula gets an estimate that says so.</param>
    /// <param name="evidence">What is known of the judge of content adherence, one entry per version.</param>
    /// <param name="level">Confidence level, such as 0.95.</param>
    public static IReadOnlyList<Estimate> Calculate(
        FactsTable table,
        IReadOnlyList<KpiDefinition> definitions,
        IReadOnlyList<AdherenceEvidence> evidence,
        double level)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        foreach (var version in evidence.GroupBy(known => known.BotVersion))
        {
            if (version.Skip(1).Any())
                throw new ArgumentException(
                    $"Expected one entry of evidence per version, found several for {version.Key}.", nameof(evidence));
        }

        var calculator = new KpiCalculator(table, evidence, level);
        var estimates = new List<Estimate>();
        foreach (var definition in definitions)
            calculator.AddAll(definition, estimates);
        return estimates;
    }

    private void AddAll(KpiDefinition definition, List<Estimate> estimates)
    {
        var order = _table.Order;
        foreach (var version in _table.Versions)
        {
            var number = _table.VersionNames.Find(version);
            var cell = order.Versions.Single(candidate => candidate.Version == number);
            AddVersion(definition, version, order.ByVersion.AsSpan(cell.Start, cell.Length), number, estimates);
        }

        if (order.Versions.Count == 0 || order.Versions.Any(cell => cell.Version == FactsRow.Unknown))
            AddVersion(definition, null, order.All, null, estimates);
    }

    private void AddVersion(
        KpiDefinition definition, string? version, ReadOnlySpan<int> rows, int? number, List<Estimate> estimates)
    {
        var subject = new EstimateSubject(definition, version, null, _level);
        if (KpiFormulas.Find(definition.Id) is not { } formula)
        {
            estimates.Add(WithoutFormula(subject));
            return;
        }

        var adherence = formula.Kind == KpiKind.Judged
            ? new AdherenceEstimator(_evidence.SingleOrDefault(known => known.BotVersion == version), version, _level)
            : null;
        _sample.Read(_table, rows, formula.Measure);
        var whole = EstimateOf(subject, formula, adherence);
        estimates.Add(whole);
        if (number is { } known && _table.IntentNames.Count > 0)
            AddIntents(subject, formula, adherence, known, estimates);
        if (formula.HasQuantiles && whole.Value is not null)
            AddQuantiles(subject, formula, whole, rows, estimates);
    }

    private Estimate EstimateOf(EstimateSubject subject, KpiFormula formula, AdherenceEstimator? adherence) =>
        adherence?.Estimate(subject, formula, _sample) ?? PlainEstimator.Estimate(subject, formula, _sample);

    private void AddIntents(
        EstimateSubject subject,
        KpiFormula formula,
        AdherenceEstimator? adherence,
        int version,
        List<Estimate> estimates)
    {
        var order = _table.Order;
        foreach (var cell in order.Intents)
        {
            if (cell.Version != version)
                continue;
            _sample.Read(_table, order.ByIntent.AsSpan(cell.Start, cell.Length), formula.Measure);
            if (_sample.Whole == 0 && _sample.Unscored == 0)
                continue;
            var intent = cell.Intent is >= 0 ? _table.IntentNames[cell.Intent.Value] : UnknownIntent;
            estimates.Add(EstimateOf(subject with { Segment = $"intent={intent}" }, formula, adherence));
        }
    }

    private void AddQuantiles(
        EstimateSubject subject, KpiFormula formula, Estimate mean, ReadOnlySpan<int> rows, List<Estimate> estimates)
    {
        _sample.Read(_table, rows, formula.Measure);
        var sorted = new List<double>(_sample.Conversations);
        foreach (var number in rows)
        {
            var measured = formula.Measure(_table.Rows[number]);
            if (measured.Whole > 0)
                sorted.Add(measured.Part);
        }

        sorted.Sort();
        var amounts = sorted.ToArray();
        foreach (var (name, q) in new[] { ("stat=median", 0.5), ("stat=p95", 0.95) })
        {
            estimates.Add(PlainEstimator.Quantile(
                subject with { Segment = name }, mean, amounts, q, _sample.HasRepeats));
        }
    }

    private static Estimate WithoutFormula(EstimateSubject subject) => new()
    {
        KpiId = subject.Definition.Id,
        BotVersion = subject.BotVersion,
        Level = subject.Level,
        Method = "none",
        Scored = 0,
        Unscored = 0,
        MissingBecause = $"no formula is known for {subject.Definition.Id}; known are {KpiFormulas.KnownIds}",
    };
}
