using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Fitting;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting;

public sealed class IntentTrainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Two_trainings_give_the_same_bytes_whatever_the_number_of_threads()
    {
        using var folder = new TinyModels.Folder();
        var one = Path.Combine(folder.Path, "one");
        var three = Path.Combine(folder.Path, "three");

        TinyModels.Intents(Token, threads: 1).Model.WriteTo(one, overwrite: false);
        TinyModels.Intents(Token, threads: 3).Model.WriteTo(three, overwrite: false);

        string[] names = [.. new DirectoryInfo(one).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["CARD.md", "features.json", "labels.json", "manifest.json", "model.onnx", "vocabulary.txt"], names);
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(one, name)), File.ReadAllBytes(Path.Combine(three, name))));
    }

    [Fact]
    public void The_model_labels_its_own_examples_rightly()
    {
        var training = TinyModels.Intents(Token);
        using var classifier = OnnxIntentClassifier.Open(training.Model.Folder, new InferenceOptions());
        var examples = TinyModels.All.Where(example => example.Intent != "oos").ToArray();

        var labels = classifier.Classify([.. examples.Select(example => example.Text)]);

        Assert.Equal(["balance", "block_card", "greeting"], classifier.Intents);
        Assert.Equal(examples.Select(example => example.Intent), labels.Select(label => label.Intent));
    }

    [Fact]
    public void Out_of_scope_examples_score_stranger_than_the_others()
    {
        var training = TinyModels.Intents(Token);

        Assert.True(training.Validation!.OutOfScopeAuroc.Value > 0.95);
        Assert.Equal(3, training.Validation.OutOfScopeRecall.N);
    }

    [Fact]
    public void Repeated_contradictory_and_empty_examples_are_counted_and_left_out()
    {
        IntentExample[] odd =
            [.. TinyModels.All, new("Hello!!", "greeting"), new("hello", "balance"), new("?!", "balance")];

        var training = IntentTrainer.Train([TinyModels.Source(odd)], [], TinyModels.Options(), null, Token);

        Assert.Equal(
            ["duplicate", "contradiction", "empty_text"], training.Rejected.Select(rejected => rejected.ReasonCode));
        Assert.Equal([19, 20, 21], training.Rejected.Select(rejected => rejected.Line));
    }

    [Fact]
    public void Rejected_examples_change_nothing()
    {
        IntentExample[] odd = [.. TinyModels.All, new("Hello!!", "greeting"), new("?!", "balance")];

        var plain = IntentTrainer.Train([TinyModels.Source(TinyModels.All)], [], TinyModels.Options(), null, Token);
        var withOdd = IntentTrainer.Train([TinyModels.Source(odd)], [], TinyModels.Options(), null, Token);

        Assert.Equal(plain.Model.Folder.Identity, withOdd.Model.Folder.Identity);
    }

    [Fact]
    public void One_intent_is_too_few()
    {
        IntentExample[] few = [new("a b", "one"), new("c d", "one"), new("e f", "oos")];

        var error = Assert.Throws<InvalidDataException>(
            () => IntentTrainer.Train([TinyModels.Source(few)], [], TinyModels.Options(), null, Token));

        Assert.Contains("at least two intents", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intent_with_a_single_text_is_named()
    {
        IntentExample[] few = [.. TinyModels.All, new("only this", "lonely")];

        var error = Assert.Throws<InvalidDataException>(
            () => IntentTrainer.Train([TinyModels.Source(few)], [], TinyModels.Options(), null, Token));

        Assert.Contains("'lonely' has 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IntentTrainer.Train(
            [TinyModels.Source(TinyModels.All)], [], TinyModels.Options() with { SetLevel = 1 }, null, Token));

    [Fact]
    public void A_model_that_stands_is_not_overwritten_unless_asked()
    {
        using var folder = new TinyModels.Folder();
        var model = TinyModels.Intents(Token).Model;
        model.WriteTo(folder.Path, overwrite: false);

        Assert.Throws<ModelFolderException>(() => model.WriteTo(folder.Path, overwrite: false));
        model.WriteTo(folder.Path, overwrite: true);
    }

    [Fact]
    public void An_encoder_teaches_words_that_no_example_used()
    {
        // "lost" and "stolen" are near in the encoder; the intent examples know only "stolen".
        var encoder = TinyModels.Encoder(Token);
        IntentExample[] examples =
        [
            new("my card was stolen", "block_card"),
            new("stolen card", "block_card"),
            new("it was stolen", "block_card"),
            new("the balance please", "balance"),
            new("tell me the balance", "balance"),
            new("balance now", "balance"),
        ];
        var options = TinyModels.Options() with { Encoder = encoder.Folder, EncoderShare = 2 };

        var plain = Confidence(
            IntentTrainer.Train([TinyModels.Source(examples)], [], TinyModels.Options(), null, Token));
        var taught = Confidence(IntentTrainer.Train([TinyModels.Source(examples)], [], options, null, Token));

        Assert.Equal("block_card", taught.Intent);
        Assert.NotEqual(plain, taught);

        static (string Intent, double Score) Confidence(IntentTraining training)
        {
            using var classifier = OnnxIntentClassifier.Open(training.Model.Folder, new InferenceOptions());
            var label = classifier.Classify(["lost"])[0];
            return (label.Intent, label.OutOfScope);
        }
    }

    [Fact]
    public void Progress_runs_from_the_first_step_to_the_last()
    {
        var seen = new List<TrainingProgress>();

        IntentTrainer.Train([TinyModels.Source(TinyModels.All)], [], TinyModels.Options(), seen.Add, Token);

        Assert.Equal(0, seen[0].Done);
        Assert.Equal(seen[^1].Total, seen[^1].Done);
        Assert.Equal(seen.Select(step => step.Done).Order(), seen.Select(step => step.Done));
    }
}
