using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Faults;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Files;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Intents;
using ConvoEval.Ingestion.Redaction;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Goals;
using ConvoEval.Judging.Rules;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Pipeline.Runs;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Cli;

/// <summary>The inventory of the product: which part stands behind each contract.</summary>
internal sealed class Composition : IAsyncDisposable
{
    /// <summary>Labels kept for texts that come again.</summary>
    private const int RememberedLabels = 20_000;

    private readonly List<IAsyncDisposable> _stores = [];
    private readonly List<IDisposable> _models = [];

    public static string ProgramVersion { get; } = InformationalVersion.Split('+')[0];

    /// <summary>The commit the program was built from; null outside a checkout.</summary>
    public static string? SourceRevision { get; } = InformationalVersion.Split('+') is [_, var revision] ? revision : null;

    private static string InformationalVersion =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public async Task<SqliteStore> OpenStoreAsync(Workspace workspace, StoreAccess access, CancellationToken cancellationToken)
    {
        var store = await SqliteStore.OpenAsync(
            workspace.StorePath,
            new SqliteStoreOptions
            {
                Codec = new ConversationCodec(TranscriptJson.Serialize, bytes => TranscriptJson.Read(bytes.Span)),
                Access = access,
                FaultPoint = FaultSwitch.FromEnvironment(),
            },
            cancellationToken);
        _stores.Add(store);
        return store;
    }

    public async Task<RunParts> ComposeAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var options = workspace.Options;
        var golden = await GoldenSetAsync(options, cancellationToken);
        var classifier = Classifier(options);
        var store = await OpenStoreAsync(workspace, StoreAccess.ReadWrite, cancellationToken);
        var response = Wants(options, "rules/content-adherence") && golden is not null ? new ContentAdherenceJudge(golden) : null;
        return new RunParts
        {
            Options = options,
            Runs = store,
            Reader = store,
            Verdicts = store,
            Redactor = Redactor(options, golden),
            RedactionVersion = new PiiDetector().Version,
            Classifier = classifier,
            GoldenSet = golden,
            Judges = Judges(options, response),
            ResponseJudge = response,
            IsEscalationRequest = EscalationPhrases.IsRequest,
            Overrides = workspace.Overrides,
            Faults = new FaultPoints(FaultSwitch.FromEnvironment()),
            ProgramVersion = ProgramVersion,
            Time = TimeProvider.System,
            Parallelism = options.Parallelism ?? Environment.ProcessorCount + 1,
        };
    }

    public static ConversationRedactor Redactor(EvaluationOptions options, GoldenSet? golden)
    {
        var detector = new PiiDetector();
        var publicTexts = options.PublicContacts
            .Concat(golden?.PublicContacts ?? [])
            .Concat(golden?.Items.SelectMany(item => item.Answers.Concat(item.Required.Select(fact => fact.Text))) ?? [])
            .Concat(options.Goals.Select(goal => goal.Definition));
        return new ConversationRedactor(detector, AllowedValues.From(detector, publicTexts), ReadOnlyMemory<byte>.Empty);
    }

    public IIntentClassifier OpenClassifier(string folder, int threads)
    {
        var classifier = OnnxIntentClassifier.Open(ModelFolder.Load(folder), new InferenceOptions { Threads = threads });
        _models.Add(classifier);
        return classifier;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        foreach (var model in _models)
            model.Dispose();
    }

    private IIntentClassifier? Classifier(EvaluationOptions options) => options.IntentModelPath is { } folder
        ? new CachedIntentClassifier(OpenClassifier(folder, threads: 1), RememberedLabels)
        : null;

    private static async Task<GoldenSet?> GoldenSetAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (options.GoldenSetPath is not { } path)
            return null;
        return (await GoldenSetReader.ReadAsync(path, cancellationToken)).Required();
    }

    private static List<IConversationJudge> Judges(EvaluationOptions options, ContentAdherenceJudge? adherence)
    {
        var judges = new List<IConversationJudge>();
        if (adherence is not null)
            judges.Add(adherence);
        if (Wants(options, "rules/goal-completion") && options.Goals.Count > 0)
            judges.Add(new GoalCompletionJudge(options.Goals, new GoalJudgeOptions()));
        if (Wants(options, "rules/fallback"))
            judges.Add(new FallbackJudge());
        if (Wants(options, "rules/re-ask"))
            judges.Add(new ReAskJudge());
        return judges;
    }

    private static bool Wants(EvaluationOptions options, string judge) => options.Judges.Contains(judge, StringComparer.Ordinal);
}
