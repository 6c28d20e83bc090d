using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Csv;
using ConvoEval.Reporting.Files;
using ConvoEval.Reporting.Html;
using ConvoEval.Reporting.JUnit;
using ConvoEval.Reporting.Json;
using ConvoEval.Reporting.Markdown;

namespace ConvoEval.Reporting;

/// <summary>
/// Writes a report in every format into a folder. Equal reports give equal bytes: no clock, no path, no machine, no culture shows.
/// All files are composed before the first is written, and none is ever there by half.
/// </summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes report.html, report.md, kpis.csv, junit.xml and last summary.json, so that a program which waits for the summary finds
    /// the others beside it. The folder is made when it is missing.
    /// </summary>
    /// <exception cref="ArgumentException">The report holds a number that is none, or contradicts itself; nothing was written.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Task WriteAsync(EvaluationReport report, string directory, CancellationToken cancellationToken) =>
        AtomicFiles.WriteAsync(
            directory,
            [
                ("report.html", HtmlReportWriter.Compose(report)),
                ("report.md", MarkdownReportWriter.Compose(report)),
                ("kpis.csv", KpiCsvWriter.Compose(report)),
                ("junit.xml", JUnitReportWriter.Compose(report)),
                ("summary.json", SummaryWriter.Compose(report)),
            ],
            cancellationToken);

    /// <summary>Writes run.json, which alone holds times, durations and the machine.</summary>
    /// <exception cref="ArgumentException">The options are no JSON; nothing was written.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Task WriteRunAsync(RunRecord record, string directory, CancellationToken cancellationToken) =>
        AtomicFiles.WriteAsync(directory, [("run.json", RunRecordWriter.Compose(record))], cancellationToken);
}
