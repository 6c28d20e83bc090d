using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Statistics;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>
/// Two versions on a judged KPI, from their corrected estimates: raw shares are never compared, because a judge that is
/// a little more lenient to one version makes a winner out of nothing.
/// </summary>
internal static class AdherenceDifference
{
    public static KpiComparison Compare(
        KpiDefinition kpi, Estimate older, Estimate newer, string from, string to, double level)
    {
        var comparison = new KpiComparison
        {
            KpiId = kpi.Id,
            From = from,
            To = to,
            Level = level,
            Method = "none",
            Pairs = 0,
            Margin = kpi.Margin,
            Verdict = ComparisonVerdict.NotComparable,
            State = ComparisonStates.NotLicensed,
        };
        if (older.JudgeHash != newer.JudgeHash)
            return comparison with
            {
                State = ComparisonStates.OtherJudge,
                Explanation = "The two versions were judged by different judges.",
            };
        if (older.Value is not { } old || newer.Value is not { } recent)
            return comparison with
            {
                State = older.Raw is null || newer.Raw is null
                    ? ComparisonStates.MissingSource
                    : ComparisonStates.NotLicensed,
                Explanation = WithoutValue(older, from, newer, to),
            };
        var difference = recent - old;
        if (IntervalOf(older) is not { } oldInterval || IntervalOf(newer) is not { } newInterval)
            return Settled(comparison, kpi, difference, null, ComparisonStates.NoData, []);
        var interval = UnpairedDifferences.SquareAndAdd(old, oldInterval, recent, newInterval);
        var notes = Notes(older, newer).ToList();
        var state = Math.Min(older.Scored, newer.Scored) < kpi.MinimumScored
            ? ComparisonStates.TooFewScored
            : ComparisonStates.Of(Oriented(interval, kpi.Direction), ComparisonMargin.Of(kpi));
        if (IsOnOthersLicence(older) || IsOnOthersLicence(newer))
        {
            // Such a judge was never measured on this version, so it can make nobody better or worse.
            var isClaim = ComparisonStates.VerdictOf(state) is ComparisonVerdict.Better or ComparisonVerdict.Worse;
            state = isClaim ? ComparisonStates.Inconclusive : state;
            notes.Add("The judge was measured on responses of other versions, so neither better nor worse can be said.");
        }

        return Settled(comparison, kpi, difference, interval, state, notes);
    }

    /// <summary>The interval turned so that up is good.</summary>
    public static Interval Oriented(Interval interval, KpiDirection direction) =>
        direction == KpiDirection.HigherIsBetter ? interval : interval.Mapped(0, -1);

    private static KpiComparison Settled(
        KpiComparison comparison,
        KpiDefinition kpi,
        double difference,
        Interval? interval,
        string state,
        IReadOnlyList<string> notes) =>
        comparison with
        {
            Difference = difference,
            Low = interval?.Low,
            High = interval?.High,
            Method = "square_and_add_corrected",
            State = state,
            Verdict = ComparisonStates.VerdictOf(state),
            Explanation = string.Join(" ", notes.Prepend(ComparisonWords.OfState(state, kpi))),
        };

    private static IEnumerable<string> Notes(Estimate older, Estimate newer)
    {
        if (older.Assumptions.Contains("assumes_transport") || newer.Assumptions.Contains("assumes_transport"))
            yield return "Corrected by golden verdicts: it is assumed that the judge errs on live responses as on golden ones.";
        if (older.Assumptions.Contains("transport_rejected") || newer.Assumptions.Contains("transport_rejected"))
            yield return "The judge errs on live responses otherwise than on golden ones; only the reviews carry this number.";
    }

    private static bool IsOnOthersLicence(Estimate estimate) =>
        estimate.Assumptions.Contains(AssumptionNames.LicenceOfOtherVersions);

    private static Interval? IntervalOf(Estimate estimate) =>
        estimate is { Low: { } low, High: { } high } ? new Interval(low, high) : null;

    private static string WithoutValue(Estimate older, string from, Estimate newer, string to)
    {
        var missing = new List<string>();
        if (older.Value is null)
            missing.Add($"{from}: {older.MissingBecause?.TrimEnd('.')}.");
        if (newer.Value is null)
            missing.Add($"{to}: {newer.MissingBecause?.TrimEnd('.')}.");
        return string.Join(" ", missing);
    }
}
