using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Reports;
using ConvoEval.Pipeline.Runs;
using ConvoEval.Reporting;

namespace ConvoEval.Cli.Reports;

/// <summary>Writes the files of a run into <c>eval-reports/&lt;last night&gt;-&lt;run&gt;/</c>.</summary>
internal static class ReportFolder
{
    public static async Task<string> WriteAsync(Workspace workspace, RunResult result, CancellationToken cancellationToken)
    {
        var folder = await WriteAsync(workspace, result.Report, cancellationToken);
        var totals = result.Run.Totals;
        await ReportWriter.WriteRunAsync(
            new RunRecord
            {
                Run = result.Run.RunId.Value,
                PlanHash = result.Run.PlanHash,
                StartedAt = result.StartedAt,
                FinishedAt = result.FinishedAt,
                Durations = [.. result.Stages],
                Machine = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}",
                OptionsJson = result.Plan,
                SourceRevision = Composition.SourceRevision,
                Counts = new SortedDictionary<string, long>(StringComparer.Ordinal)
                {
                    ["conversations"] = totals.Conversations,
                    ["rejected"] = totals.Rejected,
                    ["retried"] = result.Retried,
                },
            },
            folder,
            cancellationToken);
        return folder;
    }

    /// <summary>Writes the report alone.</summary>
    public static async Task<string> WriteAsync(Workspace workspace, EvaluationReport report, CancellationToken cancellationToken)
    {
        var night = report.LastNight?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
        var folder = Path.Combine(workspace.ReportsPath, $"{night}-{report.Run}");
        await ReportWriter.WriteAsync(report, folder, cancellationToken);
        return folder;
    }
}
