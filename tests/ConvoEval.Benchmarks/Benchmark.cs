using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Corpus;
using ConvoEval.Benchmarks.FirstReports;
using ConvoEval.Benchmarks.Lines;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Benchmarks.Stations;
using ConvoEval.Benchmarks.Tables;

namespace ConvoEval.Benchmarks;

/// <summary>Generates the corpora, has everything measured in child processes one after another, and prints the tables.</summary>
internal sealed class Benchmark(BenchmarkOptions options, string scratch, TextWriter output)
{
    private const ulong Seed = 20260301;
    private const int Parallelism = 2;
    private const string Read = "read";
    private const string Score = "score";

    private readonly ReportTables _tables = new(output);
    private int _children;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _tables.Machine(MachineLines.Of(options.Models, Parallelism, TimeProvider.System));
        if (options.Does("stations") || options.Does("line"))
            await CorporaAsync(cancellationToken);
        if (options.Does("stations"))
            await ScoreAsync(cancellationToken);
        if (options.Does("first-report"))
            await FirstReportsAsync(cancellationToken);
    }

    /// <summary>The child's side of a measurement.</summary>
    public static Task<Measurement> MeasureAsync(MeasureRequest request, CancellationToken cancellationToken) => request.Name switch
    {
        Read => StationMeasurement.ReadAsync(request, cancellationToken),
        Score => Task.FromResult(ScoreMeasurement.Run(request)),
        LineMeasurement.WithLookUp or LineMeasurement.WithoutLookUp or LineMeasurement.WithoutModel => LineMeasurement.RunAsync(request, cancellationToken),
        _ => StationMeasurement.RunAsync(request, cancellationToken),
    };

    private async Task CorporaAsync(CancellationToken cancellationToken)
    {
        var golden = await ProductParts.GoldenSetAsync(cancellationToken);
        IReadOnlyList<Measurement>? smallest = null;
        foreach (var conversations in options.Conversations)
        {
            _tables.Heading(string.Create(CultureInfo.InvariantCulture, $"{conversations:N0} conversations"));
            var folder = Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"corpus-{conversations}"));
            _tables.Corpus(await CorpusWriter.WriteAsync(new ConversationGenerator(golden.Items, Seed), folder, conversations, cancellationToken));
            _tables.MeasurementHeader();
            var measured = new List<Measurement>();
            foreach (var name in Names())
            {
                measured.Add(await ChildProcess.MeasureAsync(Request(name, folder), cancellationToken));
                _tables.Row(measured[^1]);
            }

            _tables.Parts(measured);
            if (smallest is not null)
                _tables.MemoryRatios(smallest, measured);
            smallest ??= measured;
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task ScoreAsync(CancellationToken cancellationToken)
    {
        _tables.Heading("Scoring");
        _tables.MeasurementHeader();
        var measured = await ChildProcess.MeasureAsync(Request(Score, scratch), cancellationToken);
        _tables.Row(measured);
        _tables.Parts([measured]);
    }

    private async Task FirstReportsAsync(CancellationToken cancellationToken)
    {
        _tables.Heading("First report of the sample workspace");
        try
        {
            _tables.FirstReports(await FirstReportBenchmark.RunAsync(options.Program, options.Models, scratch, options.Runs, cancellationToken));
        }
        catch (MissingPartException missing)
        {
            await output.WriteLineAsync("Not measured: " + missing.Message);
        }
    }

    private IEnumerable<string> Names()
    {
        if (options.Does("stations"))
        {
            yield return Read;
            foreach (var station in StationTable.Names)
                yield return station;
        }

        if (!options.Does("line"))
            yield break;
        yield return LineMeasurement.WithoutModel;
        yield return LineMeasurement.WithoutLookUp;
        yield return LineMeasurement.WithLookUp;
    }

    private MeasureRequest Request(string name, string corpus) => new(
        name, corpus, options.Models, Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"child-{_children++}")), options.Facts, Parallelism);
}
