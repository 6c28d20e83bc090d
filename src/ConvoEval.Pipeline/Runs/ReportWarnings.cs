using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Pipeline.Batches;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What a reader of the report must not miss, each a sentence.</summary>
internal static class ReportWarnings
{
    public static IReadOnlyList<string> Of(
        RunParts parts, RunRow run, FactsTable table, IReadOnlyList<Estimate> estimates, AdherenceFrame frame)
    {
        var invariant = CultureInfo.InvariantCulture;
        var warnings = new List<string>();
        if (table.Eligible == 0)
            warnings.Add("No conversation counts: nothing can be said of the bot.");
        if (table.EligibleWithoutVersion > 0)
            warnings.Add(string.Create(
                invariant, $"{table.EligibleWithoutVersion} of {table.Eligible} conversations name no bot version: they count for no version and in no comparison."));
        if (run.Totals.Rejected > 0)
            warnings.Add(string.Create(invariant, $"{run.Totals.Rejected} pieces of the input could not be read; they stand under inputs."));
        if (parts.Options.CompareFrom is { } from && !table.Versions.Contains(from))
            warnings.Add($"Version {from}, which the workspace wants compared, is not in the data.");
        if (parts.Options.CompareTo is { } to && !table.Versions.Contains(to))
            warnings.Add($"Version {to}, which the workspace wants compared, is not in the data.");
        if (parts.Classifier is null)
            warnings.Add("No intent model is set: there are no KPIs by intent, and no split of a change into mix and within.");
        if (parts.Options.Goals.Count == 0)
            warnings.Add("No goals are defined: goal completion cannot be computed.");
        if (parts.GoldenSet?.Annotator == "authored")
            warnings.Add("The golden verdicts and reviews are authored with the sample, not given by people who saw real traffic.");
        if (parts.ResponseJudge is not null && frame.Outside > 0)
            warnings.Add(string.Create(invariant, $"{frame.Outside} random reviews speak of responses that this run does not have or does not count; they are left out."));
        foreach (var (subject, count) in BatchCounters.Select(run.Totals.Counters, BatchCounters.Noted))
            warnings.Add(string.Create(invariant, $"Noted while reading: {subject.Replace('_', ' ')} ({count} times)."));
        foreach (var finding in KpiDictionaryLint.Check(parts.Options.Kpis).Where(finding => finding.IsError))
            warnings.Add($"KPI dictionary, {finding.KpiId}: {finding.Message}");
        foreach (var estimate in estimates.Where(estimate => estimate.Segment is null && estimate.Assumptions.Contains("transport_rejected")))
            warnings.Add($"{estimate.KpiId} of version {estimate.BotVersion}: the judge errs differently in production than on the golden set.");
        return warnings;
    }
}
