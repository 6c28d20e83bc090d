using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Files;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Embedding;
using ConvoEval.Inference.Intents;
using ConvoEval.Ingestion.Redaction;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Goals;
using ConvoEval.Judging.Rules;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>The parts of the product as the sample workspace composes them, with its golden set and a goal for every kind of evidence.</summary>
internal static class ProductParts
{
    /// <summary>Labels that the program remembers for texts that come again.</summary>
    public const int RememberedLabels = 20_000;

    public static IReadOnlyList<GoalDefinition> Goals { get; } =
    [
        Goal("block_card", ["card_lost_stolen", "fraud_report"], new GoalEvidence.Tool { Name = "block_card" }),
        Goal("order_card", ["card_lost_stolen", "card_delivery", "card_declined"], new GoalEvidence.Tool { Name = "order_card" }),
        Goal("unblock_pin", ["card_pin", "card_declined"], new GoalEvidence.Tool { Name = "unblock_pin" }),
        Goal("trace_transfer", ["transfer_status", "transfer_abroad"], new GoalEvidence.Tool { Name = "get_transfer_status" }),
        Goal("dispute", ["dispute_charge", "direct_debit"], new GoalEvidence.Tool { Name = "create_dispute" }),
        Goal("answer", ["savings_rates", "account_fees", "branch_hours"], new GoalEvidence.Phrase { AnyOf = ["thank you", "perfect thanks"], IsSaidByUser = true }),
    ];

    public static async Task<GoldenSet> GoldenSetAsync(CancellationToken cancellationToken) =>
        (await GoldenSetReader.ReadAsync(Path.Combine(RepositoryRoot.Folder, "golden-sets", "harbor-bank"), cancellationToken)).Required();

    public static ConversationRedactor Redactor(GoldenSet golden)
    {
        var detector = new PiiDetector();
        var texts = golden.PublicContacts
            .Concat(golden.Items.SelectMany(item => item.Answers.Concat(item.Required.Select(fact => fact.Text))))
            .Concat(Goals.Select(goal => goal.Definition));
        return new ConversationRedactor(detector, AllowedValues.From(detector, texts), ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>The sample's intent model on one thread: batches run beside each other, not inside.</summary>
    public static OnnxIntentClassifier Classifier(string models) =>
        OnnxIntentClassifier.Open(Model(models, "harbor-bank"), new InferenceOptions { Threads = 1 });

    public static OnnxUtteranceEmbedder Embedder(string models) =>
        OnnxUtteranceEmbedder.Open(Model(models, "convo-fast"), new InferenceOptions { Threads = 1 });

    /// <summary>The folder of the highest version of a model; null when it has none.</summary>
    public static string? ModelPath(string models, string name)
    {
        var folder = Path.Combine(models, name);
        return !Directory.Exists(folder) ? null : Directory.EnumerateDirectories(folder)
            .Where(version => File.Exists(Path.Combine(version, ModelFolder.ManifestName)))
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : -1)
            .ThenByDescending(version => version, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The judges that run without a language model, in the order of the sample.</summary>
    public static IReadOnlyList<IConversationJudge> Judges(ContentAdherenceJudge adherence) =>
        [adherence, new GoalCompletionJudge(Goals, new GoalJudgeOptions()), new FallbackJudge(), new ReAskJudge()];

    public static Task<SqliteStore> StoreAsync(string folder, CancellationToken cancellationToken) =>
        SqliteStore.OpenAsync(
            Path.Combine(folder, "store.db"),
            new SqliteStoreOptions { Codec = new ConversationCodec(TranscriptJson.Serialize, bytes => TranscriptJson.Read(bytes.Span)) },
            cancellationToken);

    private static ModelFolder Model(string models, string name) => ModelPath(models, name) is { } path
        ? ModelFolder.Load(path)
        : throw new MissingPartException($"no trained model '{name}' in the folder of models");

    private static GoalDefinition Goal(string id, IReadOnlyList<string> intents, GoalEvidence evidence) =>
        new() { Id = id, Name = id, Definition = "Reached when the log shows it.", OpenedByIntents = intents, ReachedBy = [evidence] };
}
