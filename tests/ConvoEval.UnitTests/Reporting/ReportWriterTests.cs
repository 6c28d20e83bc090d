using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Reporting;
using ConvoEval.UnitTests.Reporting.Json;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("convoeval-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_files_are_there_and_nothing_else()
    {
        await ReportWriter.WriteAsync(SampleReports.TwoVersions(), Path.Combine(_folder, "new", "deep"), TestContext.Current.CancellationToken);
        await ReportWriter.WriteRunAsync(SummaryWriterTests.Record("{}"), Path.Combine(_folder, "new", "deep"), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["junit.xml", "kpis.csv", "report.html", "report.md", "run.json", "summary.json"],
            Directory.EnumerateFiles(Path.Combine(_folder, "new", "deep")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Equal_reports_give_equal_bytes_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        await ReportWriter.WriteAsync(SampleReports.SevenVersions(), Path.Combine(_folder, "one"), TestContext.Current.CancellationToken);
        try
        {
            CultureInfo.CurrentCulture = CommaCulture.Make();
            await ReportWriter.WriteAsync(SampleReports.SevenVersions(), Path.Combine(_folder, "two"), TestContext.Current.CancellationToken);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder, "one")))
            Assert.Equal(await Bytes(file), await Bytes(Path.Combine(_folder, "two", Path.GetFileName(file))));
    }

    [Fact]
    public async Task Order_of_dictionaries_does_not_show()
    {
        var report = SampleReports.TwoVersions();
        await ReportWriter.WriteAsync(report, Path.Combine(_folder, "one"), TestContext.Current.CancellationToken);
        await ReportWriter.WriteAsync(
            report with { Masked = report.Masked.Reverse().ToDictionary(), Excluded = report.Excluded.Reverse().ToDictionary() },
            Path.Combine(_folder, "two"), TestContext.Current.CancellationToken);
        Assert.Equal(await Bytes(Path.Combine(_folder, "one", "report.html")), await Bytes(Path.Combine(_folder, "two", "report.html")));
    }

    [Fact]
    public async Task Files_are_utf8_without_mark_and_with_plain_line_feeds()
    {
        await ReportWriter.WriteAsync(HostileReport.Make(), _folder, TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var bytes = await Bytes(file);
            Assert.NotEqual(0xEF, bytes[0]);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Equal((byte)'\n', bytes[^1]);
        }
    }

    [Fact]
    public async Task A_broken_report_leaves_the_old_files()
    {
        var report = SampleReports.TwoVersions();
        await ReportWriter.WriteAsync(report, _folder, TestContext.Current.CancellationToken);
        var before = await Bytes(Path.Combine(_folder, "summary.json"));
        await Assert.ThrowsAsync<ArgumentException>(() => ReportWriter.WriteAsync(
            report with { Estimates = [report.Estimates[0] with { High = double.NaN }] }, _folder, TestContext.Current.CancellationToken));
        Assert.Equal(before, await Bytes(Path.Combine(_folder, "summary.json")));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportWriter.WriteAsync(SampleReports.TwoVersions(), _folder, cancelled.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    private static Task<byte[]> Bytes(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
}
