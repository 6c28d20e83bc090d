using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ConvoEval.Inference.Fitting;
using ConvoEval.Inference.Fitting.Encoders;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Fitting.Folders;

namespace ConvoEval.UnitTests.Inference;

/// <summary>Models of a few made-up examples, trained in milliseconds.</summary>
internal static class TinyModels
{
    private static readonly (string Intent, string[] Texts)[] Examples =
    [
        (
            "balance",
            ["what is my balance", "show me the balance", "how much money do I have", "balance please", "my balance?"]),
        (
            "block_card",
            ["block my card", "I lost my card", "please block the card now", "my card was stolen", "card gone"]),
        ("greeting", ["hello", "hi there", "good morning", "hey bot", "hello hello"]),
        ("oos", ["will it rain tomorrow", "tell me a joke about cats", "who won the cup"]),
    ];

    public static IReadOnlyList<IntentExample> All { get; } =
        [.. Examples.SelectMany(group => group.Texts.Select(text => new IntentExample(text, group.Intent)))];

    public static ExampleSource Source(IReadOnlyList<IntentExample> examples) => new()
    {
        Name = "made up", File = "tiny.jsonl", Sha256 = new string('0', 64), Licence = "MIT", Examples = examples,
    };

    public static IntentTrainerOptions Options(int threads = 2) => new()
    {
        Name = "tiny", Version = "1", Licence = "MIT", Folds = 3, Threads = threads,
    };

    public static IntentTraining Intents(CancellationToken cancellationToken, int threads = 2) =>
        IntentTrainer.Train([Source(All)], [Source(All)], Options(threads), null, cancellationToken);

    public static EncoderTrainerOptions EncoderOptions(int threads = 2) => new()
    {
        Name = "tiny-encoder", Version =
            "1", Licence = "MIT", Dimension = 32, Batches = 60, BatchSize = 8, Threads = threads,
    };

    public static EncoderCorpus Corpus()
    {
        var intents = All.Select(example => example.Intent).Distinct().ToList();
        return new EncoderCorpus
        {
            Name = "made up",
            Files = [new EncoderCorpusFile("tiny.jsonl", new string('0', 64), All.Count)],
            Licence = "MIT",
            Kind = CorpusKind.Labelled,
            Weight = 1,
            Texts = [.. All.Select(example => example.Text)],
            Groups = [.. All.Select(example => intents.IndexOf(example.Intent))],
        };
    }

    public static TrainedModel Encoder(CancellationToken cancellationToken, int threads = 2) =>
        EncoderTrainer.Train([Corpus()], [], EncoderOptions(threads), null, cancellationToken);

    /// <summary>A folder of its own, removed when disposed.</summary>
    public sealed class Folder : IDisposable
    {
        public Folder() => Path = Directory.CreateTempSubdirectory("convoeval-models-").FullName;

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
