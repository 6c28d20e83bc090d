using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Reporting.Readings;

/// <summary>
/// A report arranged for looking things up: which version is the newest, which estimate stands where, who judged. Finding is O(1)
/// after one pass.
/// </summary>
internal sealed class ReportReading
{
    /// <summary>The criterion on which a judge by rules can contradict but never confirm.</summary>
    private const string Adherence = "content_adherence";

    private readonly Dictionary<(string Kpi, string? Version, string? Segment), Estimate> _estimates = [];
    private readonly Dictionary<(string Kpi, string From, string To), KpiComparison> _comparisons = [];
    private readonly Dictionary<string, List<JudgeLicence>> _licences = new(StringComparer.Ordinal);

    /// <param name="report">The report.</param>
    /// <exception cref="ArgumentException">The report contradicts itself or holds a number that is none.</exception>
    public ReportReading(EvaluationReport report)
    {
        ReportCheck.ThrowIfBroken(report);
        Report = report;
        Newest = report.Gate?.To ?? report.Versions.LastOrDefault();
        Older = report.Gate?.From ?? (report.Versions.Count >= 2 ? report.Versions[^2] : null);
        foreach (var estimate in report.Estimates)
            _estimates[(estimate.KpiId, estimate.BotVersion, estimate.Segment)] = estimate;
        foreach (var comparison in report.Comparisons)
            _comparisons[(comparison.KpiId, comparison.From, comparison.To)] = comparison;
        foreach (var licence in report.Licences)
        {
            if (!_licences.TryGetValue(licence.JudgeHash, out var ofJudge))
                _licences[licence.JudgeHash] = ofJudge = [];
            ofJudge.Add(licence);
        }

        Kpis = [.. report.Definitions.Select(Read)];
    }

    public EvaluationReport Report { get; }

    /// <summary>The version that may be released; null when no version is known.</summary>
    public string? Newest { get; }

    /// <summary>The version it is held against; null when there is none.</summary>
    public string? Older { get; }

    /// <summary>KPIs in dictionary order.</summary>
    public IReadOnlyList<KpiReading> Kpis { get; }

    public IEnumerable<KpiReading> Pinned => Kpis.Where(kpi => kpi.Definition.IsPinned);

    /// <summary>Conversations that count, over all versions.</summary>
    public long Conversations => Report.Outcomes.Sum(outcome => outcome.Eligible);

    /// <summary>Confidence level of the report, the most frequent one; null without estimates.</summary>
    public double? Level => Report.Estimates.Count == 0
        ? null
        : Report.Estimates.GroupBy(estimate => estimate.Level).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key).First().Key;

    /// <summary>Estimate of a KPI; null when none was made.</summary>
    public Estimate? Find(string kpi, string? version, string? segment) =>
        _estimates.GetValueOrDefault((kpi, version, segment));

    /// <summary>Comparison of a KPI; null when none was made.</summary>
    public KpiComparison? Compare(string kpi, string? from, string? to) =>
        from is null || to is null ? null : _comparisons.GetValueOrDefault((kpi, from, to));

    /// <summary>Conversations of a version that count; null when unknown.</summary>
    public long? Eligible(string? version) =>
        Report.Outcomes.FirstOrDefault(outcome => outcome.BotVersion == version)?.Eligible;

    /// <summary>Pairs of versions in the order of the report.</summary>
    public IReadOnlyList<(string From, string To)> Pairs =>
        [.. Report.Comparisons.Select(comparison => (comparison.From, comparison.To)).Distinct()];

    /// <summary>The definition of a KPI id; null when the dictionary has none.</summary>
    public KpiDefinition? Definition(string kpi) => Report.Definitions.FirstOrDefault(definition => definition.Id == kpi);

    /// <summary>Critical statements of a version.</summary>
    public int CriticalOf(string? version) =>
        Report.CriticalStatements.Count(failure => failure.BotVersion == version);

    /// <summary>Whether anything of a version was graded on what critical statements are found by.</summary>
    public bool IsAdherenceGraded(string? version) =>
        Report.Ledger.Any(line => line.Criterion == Adherence && line.BotVersion == version && line.Scored > 0);

    private KpiReading Read(KpiDefinition definition)
    {
        var newest = Find(definition.Id, Newest, null) ?? Find(definition.Id, null, null);
        var licence = LicenceOf(newest);
        var judge = licence?.Judge ?? LedgerJudge(definition.Id, newest);
        var isJudged = newest is { Raw: not null };
        // A judge that nobody can name is taken for the kind that may claim least.
        var isByRules = isJudged && definition.Id == Adherence
            && (judge is null || judge.StartsWith("rules/", StringComparison.Ordinal));
        return new KpiReading
        {
            Definition = definition,
            Newest = newest,
            Older = Older is null ? null : Find(definition.Id, Older, null),
            Comparison = Compare(definition.Id, Older, Newest),
            Judge = judge,
            IsJudgedByRules = isByRules,
            Light = TrafficLights.Of(definition, newest, mayClaimTarget: !isJudged || (!isByRules && MayCount(newest))),
        };
    }

    /// <summary>The licence for the estimate's own version, else the one over all versions, else any of the judge.</summary>
    private JudgeLicence? LicenceOf(Estimate? estimate)
    {
        if (estimate?.JudgeHash is not { } hash || !_licences.TryGetValue(hash, out var licences))
            return null;
        return licences.Find(licence => licence.BotVersion == estimate.BotVersion)
            ?? licences.Find(licence => licence.BotVersion is null)
            ?? licences[0];
    }

    /// <summary>
    /// Whether a judged estimate rests on random reviews, or on a licence for its version or, where that version was not measured, over
    /// all versions.
    /// </summary>
    private bool MayCount(Estimate? estimate)
    {
        if (estimate is { Method: "review_poststratified" } || estimate?.Method.StartsWith("ppi++", StringComparison.Ordinal) == true)
            return true;
        if (estimate?.JudgeHash is not { } hash || !_licences.TryGetValue(hash, out var licences))
            return false;
        var own = licences.Find(licence => licence.BotVersion == estimate.BotVersion);
        return own is null or { State: LicenceState.Candidate }
            ? licences.Exists(licence => licence is { State: LicenceState.Licensed } && (licence.BotVersion is null || licence == own))
            : own.State == LicenceState.Licensed;
    }

    private string? LedgerJudge(string kpi, Estimate? estimate) =>
        Report.Ledger.FirstOrDefault(line => line.Criterion == kpi && line.BotVersion == estimate?.BotVersion)?.Judge;
}
