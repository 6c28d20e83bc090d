using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Reporting.Readings;

/// <summary>
/// Finds what no report may hold: numbers that are none, ends of an interval in the wrong order, two estimates of the same thing.
/// </summary>
internal static class ReportCheck
{
    /// <summary>Throws when the report is broken, naming every place.</summary>
    /// <exception cref="ArgumentException">The report is broken.</exception>
    public static void ThrowIfBroken(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = new List<string>();
        foreach (var definition in report.Definitions)
            CheckNumbers(found, $"definition of {definition.Id}", definition.Target, definition.RedLine, definition.Margin);
        foreach (var estimate in report.Estimates)
            CheckEstimate(found, estimate);
        foreach (var comparison in report.Comparisons)
            CheckComparison(found, comparison);
        foreach (var licence in report.Licences)
            CheckNumbers(found, $"licence of {licence.Judge}", licence.Sensitivity, licence.SensitivityLow, licence.SensitivityHigh,
                licence.Specificity, licence.SpecificityLow, licence.SpecificityHigh, licence.Youden, licence.YoudenLow);
        CheckTwice(found, "definition of", report.Definitions.Select(definition => definition.Id));
        CheckTwice(found, "estimate of", report.Estimates.Select(Place));
        CheckTwice(found, "comparison of", report.Comparisons.Select(Place));
        CheckTwice(found, "outcomes of", report.Outcomes.Select(outcome => outcome.BotVersion ?? "(unknown version)"));
        if (found.Count > 0)
            throw new ArgumentException("The report is broken: " + string.Join("; ", found) + ".", nameof(report));
    }

    private static void CheckEstimate(List<string> found, Estimate estimate)
    {
        var place = "estimate of " + Place(estimate);
        CheckNumbers(found, place, estimate.Value, estimate.Low, estimate.High, estimate.Level, estimate.Numerator,
            estimate.Denominator, estimate.Raw, estimate.UnscoredAsFail, estimate.UnscoredAsPass);
        if (estimate.Low > estimate.High)
            found.Add($"{place}: expected low ≤ high, found {Show(estimate.Low)} > {Show(estimate.High)}");
        if (estimate.Scored < 0 || estimate.Unscored < 0)
            found.Add($"{place}: expected counts of 0 or more, found {estimate.Scored} scored and {estimate.Unscored} unscored");
    }

    private static void CheckComparison(List<string> found, KpiComparison comparison)
    {
        var place = "comparison of " + Place(comparison);
        CheckNumbers(found, place, comparison.Difference, comparison.Low, comparison.High, comparison.Level, comparison.PValue,
            comparison.Margin, comparison.Mix, comparison.Within, comparison.Entered, comparison.Left);
        foreach (var stratum in comparison.Strata)
            CheckNumbers(found, $"{place}, stratum {stratum.Name}", stratum.ValueOld, stratum.ValueNew, stratum.Mix, stratum.Within);
        if (comparison.Low > comparison.High)
            found.Add($"{place}: expected low ≤ high, found {Show(comparison.Low)} > {Show(comparison.High)}");
    }

    private static void CheckNumbers(List<string> found, string place, params ReadOnlySpan<double?> numbers)
    {
        foreach (var number in numbers)
            if (number is { } value && !double.IsFinite(value))
                found.Add($"{place}: expected a finite number or none, found {Show(value)}");
    }

    private static void CheckTwice(List<string> found, string what, IEnumerable<string> places)
    {
        foreach (var group in places.GroupBy(place => place, StringComparer.Ordinal).Where(group => group.Count() > 1))
            found.Add($"{what} {group.Key}: expected one, found {group.Count()}");
    }

    private static string Place(Estimate estimate) =>
        $"{estimate.KpiId}, version {estimate.BotVersion ?? "(all)"}, segment {estimate.Segment ?? "(all)"}";

    private static string Place(KpiComparison comparison) => $"{comparison.KpiId}, {comparison.From} to {comparison.To}";

    private static string Show(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
}
