using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Measurements;

namespace ConvoEval.Benchmarks.FirstReports;

/// <summary>Runs the built program on fresh copies of the sample workspace.</summary>
internal static class FirstReportBenchmark
{
    public static async Task<IReadOnlyList<FirstReport>> RunAsync(
        string program, string models, string scratch, int runs, CancellationToken cancellationToken)
    {
        if (!File.Exists(program))
            throw new MissingPartException("the program is not built: dotnet build -c Release src/ConvoEval.Cli");
        var reports = new List<FirstReport>();
        for (var run = 0; run < runs; run++)
        {
            var root = Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"sample-{run}"));
            var workspace = SampleCopy.Make(root, models);
            reports.Add(await RunOnceAsync(program, workspace, Path.Combine(root, "eval-reports"), cancellationToken));
        }

        return reports;
    }

    private static async Task<FirstReport> RunOnceAsync(string program, string workspace, string reports, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["run", "--workspace", workspace, "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the program did not start");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(began);
        await output;
        var record = Directory.Exists(reports)
            ? Directory.EnumerateFiles(reports, "run.json", SearchOption.AllDirectories).SingleOrDefault()
            : null;

        // The exit code says what the gate decided; a report is there in either case.
        return record is null
            ? throw new InvalidOperationException($"no report after exit code {process.ExitCode}: {(await errors).Trim()}")
            : new FirstReport(elapsed, await StagesAsync(record, cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<string, double>> StagesAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken);
        return document.RootElement.GetProperty("secondsByStage").EnumerateObject()
            .ToDictionary(stage => stage.Name, stage => stage.Value.GetDouble(), StringComparer.Ordinal);
    }
}
