using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;

namespace ConvoEval.Reporting.Wording;

/// <summary>Estimates and comparisons as phrases in which no number stands without its interval and its n.</summary>
internal static class Sentences
{
    /// <summary>"71.4 % (62.0–79.3 %, n 120, 3 unscored)"; an interval too wide for its point stands alone.</summary>
    public static string Estimate(KpiDefinition definition, Estimate? estimate)
    {
        if (estimate is null)
            return "not computed";
        if (estimate.Value is not { } value)
            return Missing(definition, estimate);
        var n = Counts(estimate);
        if (estimate is not { Low: { } low, High: { } high })
            return $"{Figures.Value(definition.Unit, value)} ({n}, no interval)";
        var interval = Figures.Interval(definition.Unit, low, high);
        return KpiReading.IsTooWide(definition, estimate)
            ? $"{interval} ({n}; too wide for a point)"
            : $"{Figures.Value(definition.Unit, value)} ({interval}, {n})";
    }

    /// <summary>As <see cref="Estimate"/>, for narrow cells: a missing value without its reason, which stands elsewhere.</summary>
    public static string Short(KpiDefinition definition, Estimate? estimate) => estimate switch
    {
        { Value: null, Raw: { } raw } => $"{Figures.Value(definition.Unit, raw)} uncorrected ({Counts(estimate)})",
        { Value: null } => $"no value ({Counts(estimate)})",
        _ => Estimate(definition, estimate),
    };

    /// <summary>Why there is no value, and what the judge said if one spoke.</summary>
    public static string Missing(KpiDefinition definition, Estimate estimate)
    {
        var reason = estimate.MissingBecause ?? "no reason was given";
        return estimate.Raw is { } raw ? $"{RawRate(definition, raw)}, {Counts(estimate)}; {reason}" : reason;
    }

    /// <summary>The uncorrected rate of a judge, named as what it is.</summary>
    public static string RawRate(KpiDefinition definition, double raw) => definition.Id == "content_adherence"
        ? $"{Figures.Percent(raw)} not contradicted by golden answers (not adherence)"
        : $"{Figures.Value(definition.Unit, raw)} as the judge said, uncorrected";

    /// <summary>"n 120, 3 unscored".</summary>
    public static string Counts(Estimate estimate) => estimate.Unscored == 0
        ? $"n\u00A0{Figures.Count(estimate.Scored)}"
        : $"n\u00A0{Figures.Count(estimate.Scored)}, {Figures.Count(estimate.Unscored)}\u00A0unscored";

    /// <summary>Difference with its interval, or a dash.</summary>
    public static string Difference(KpiDefinition definition, KpiComparison comparison) => comparison switch
    {
        { Difference: null } => "–",
        { Difference: { } difference, Low: { } low, High: { } high } =>
            $"{Figures.Difference(definition.Unit, difference)} ({Figures.DifferenceInterval(definition.Unit, low, high)})",
        _ => $"{Figures.Difference(definition.Unit, comparison.Difference.Value)} (no interval)",
    };

    /// <summary>What was compared: pairs with their discordant ones, or two groups.</summary>
    public static string Pairs(KpiComparison comparison)
    {
        if (comparison.Pairs == 0)
            return comparison.Difference is null ? "–" : "unpaired";
        var pairs = Figures.Count(comparison.Pairs, "pair");
        return comparison is { OnlyOld: { } onlyOld, OnlyNew: { } onlyNew }
            ? $"{pairs}; only {comparison.From} succeeded in {Figures.Count(onlyOld)}, only {comparison.To} in {Figures.Count(onlyNew)}"
            : pairs;
    }

    /// <summary>What the value would be if every unscored unit had failed, or passed; null when nothing is unscored.</summary>
    public static string? Bounds(KpiDefinition definition, Estimate estimate) =>
        estimate is { UnscoredAsFail: { } fail, UnscoredAsPass: { } pass }
            ? $"{Figures.Value(definition.Unit, fail)} if every unscored one had failed, {Figures.Value(definition.Unit, pass)} if every one had passed"
            : null;

    /// <summary>How the pinned KPIs came out, worst first: "1 worse", "2 better", …; empty without comparisons.</summary>
    public static IReadOnlyList<string> PinnedVerdicts(ReportReading reading)
    {
        var verdicts = new List<string>();
        foreach (var kpi in reading.Pinned)
            if (kpi.Comparison is { } comparison)
                verdicts.Add(Words.Comparison(comparison, kpi.Definition.Direction).Text);
        string[] order = ["worse", "not enough data", "not comparable", "no worse, but lower", "no worse, but higher", "no worse", "better"];
        return
        [
            .. order.Select(word => (word, count: verdicts.Count(verdict => verdict == word))).Where(entry => entry.count > 0)
                .Select(entry => $"{Figures.Count(entry.count)}\u00A0{entry.word}"),
        ];
    }
}
