using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Corpus;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Benchmarks.Stations;
using ConvoEval.Domain.Golden;
using ConvoEval.Inference.Intents;
using ConvoEval.Ingestion.Redaction;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Rules;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Pipeline.Runs;
using ConvoEval.Reporting;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Benchmarks.Lines;

/// <summary>The whole line from transcript files to report files, with a new store.</summary>
internal static class LineMeasurement
{
    public const string WithLookUp = "line, equal turns looked up once";
    public const string WithoutLookUp = "line, every turn looked at";
    public const string WithoutModel = "line, no intent model";

    /// <summary>Conversations in a batch: the default of a workspace.</summary>
    private const int BatchSize = 256;

    public static async Task<Measurement> RunAsync(MeasureRequest request, CancellationToken cancellationToken)
    {
        using var model = request.Name == WithoutModel ? null : ProductParts.Classifier(request.Models);
        await using var store = await ProductParts.StoreAsync(request.Scratch, cancellationToken);
        var clock = new StationClock();
        var golden = await ProductParts.GoldenSetAsync(cancellationToken);
        var parts = Parts(request, golden, Classifier(request, model, clock), store, clock);
        var meter = new Meter();
        meter.Start();
        var result = await new EvaluationRun(parts).ExecuteAsync(new RunRequest(), cancellationToken);
        var began = Stopwatch.GetTimestamp();
        await ReportWriter.WriteAsync(result.Report, Path.Combine(request.Scratch, "report"), cancellationToken);
        clock.Add("report files", began);
        meter.Stop();
        var seconds = clock.Seconds();
        foreach (var (stage, spent) in result.Stages)
            seconds["stage " + stage] = spent.TotalSeconds;
        return new Measurement
        {
            Name = request.Name,
            Unit = "user turns",
            Items = await UserTurnsAsync(store, result, cancellationToken),
            WallSeconds = meter.Wall.TotalSeconds,
            CpuSeconds = meter.Cpu.TotalSeconds,
            PeakBytes = PeakMemory.Read(),
            Parts = seconds,
            Notes = model is null ? [] : [$"{model.Identity}"],
        };
    }

    private static IIntentClassifier? Classifier(MeasureRequest request, OnnxIntentClassifier? model, StationClock clock)
    {
        if (model is null)
            return null;
        IIntentClassifier looking = request.Name == WithLookUp
            ? new CachedIntentClassifier(model, ProductParts.RememberedLabels)
            : new EveryTurnClassifier(model);
        return new TimedClassifier(looking, clock);
    }

    private static RunParts Parts(
        MeasureRequest request, GoldenSet golden, IIntentClassifier? classifier, SqliteStore store, StationClock clock)
    {
        var adherence = new ContentAdherenceJudge(golden);
        return new RunParts
        {
            Options = new EvaluationOptions
            {
                Workspace = "benchmark",
                Sources = [new SourceOptions { Name = "generated", Format = "convoeval", Files = Files(request.Corpus) }],
                Goals = ProductParts.Goals,
                Kpis = KpiDictionary.Default,
                Judges = [],
                RecordsHandovers = true,
                SmallTalkIntents = ["small_talk"],
                BatchSize = BatchSize,
            },
            Runs = new TimedRunStore(store, clock),
            Reader = store,
            Verdicts = store,
            Redactor = ProductParts.Redactor(golden),
            RedactionVersion = new PiiDetector().Version,
            Classifier = classifier,
            GoldenSet = golden,
            Judges = [.. ProductParts.Judges(adherence).Select(judge => (IConversationJudge)new TimedJudge(judge, clock))],
            ResponseJudge = adherence,
            IsEscalationRequest = EscalationPhrases.IsRequest,
            Faults = new FaultPoints(null),
            ProgramVersion = "benchmark",
            Time = TimeProvider.System,
            Parallelism = request.Parallelism,
        };
    }

    private static IReadOnlyList<SourceFile> Files(string corpus) =>
        [.. CorpusReader.FilesOf(corpus).Select(path => new SourceFile(path, Path.GetFileName(path), null))];

    private static async Task<long> UserTurnsAsync(SqliteStore store, RunResult result, CancellationToken cancellationToken)
    {
        long turns = 0;
        await foreach (var facts in store.ReadFactsAsync(result.Run.RunId, cancellationToken))
            turns += facts.UserTurns;
        return turns;
    }
}
