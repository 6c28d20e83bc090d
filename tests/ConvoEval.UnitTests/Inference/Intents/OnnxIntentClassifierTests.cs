using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Labels;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Intents;

public sealed class OnnxIntentClassifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Neighbours_order_and_threads_do_not_show()
    {
        var folder = TinyModels.Intents(Token).Model.Folder;
        using var one = OnnxIntentClassifier.Open(folder, new InferenceOptions { Threads = 1 });
        using var many = OnnxIntentClassifier.Open(folder, new InferenceOptions { Threads = 4 });
        var texts = Texts(2000);

        var alone = texts.Select(text => Key(one.Classify([text])[0])).ToArray();
        var together = many.Classify(texts).Select(Key);
        var backwards = many.Classify([.. texts.AsEnumerable().Reverse()]).Select(Key).Reverse();

        Assert.Equal(alone, together);
        Assert.Equal(alone, backwards);
    }

    [Fact]
    public async Task Calls_of_several_threads_do_not_mix()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());
        var texts = Texts(600);
        var expected = classifier.Classify(texts).Select(Key).ToArray();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => Task.Run(() => classifier.Classify(texts).Select(Key).ToArray(), Token)));

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void A_cache_does_not_show()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());
        var cached = new CachedIntentClassifier(classifier, 50);
        var texts = Texts(300);
        var expected = classifier.Classify(texts).Select(Key).ToArray();

        Assert.Equal(expected, cached.Classify(texts).Select(Key));
        Assert.Equal(expected, cached.Classify(texts).Select(Key));
        Assert.Equal(classifier.Identity, cached.Identity);
    }

    [Fact]
    public void A_remembered_text_is_not_asked_for_again_and_the_memory_is_bounded()
    {
        var inner = new CountingClassifier();
        var cached = new CachedIntentClassifier(inner, 4);

        cached.Classify(["a", "a", "b"]);
        cached.Classify(["b", "a"]);
        Assert.Equal(["a", "a", "b"], inner.Asked);

        cached.Classify(["c", "d", "e", "f"]);
        inner.Asked.Clear();
        cached.Classify(["a"]);
        Assert.Equal(["a"], inner.Asked);
    }

    [Fact]
    public void Any_text_gets_a_label()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());
        string[] texts =
        [
            "", " ", "\0\u0001\u001b", "😀😀", "\uD800", "\uDC00\uD800", new string('x', 10_000_000),
            string.Concat(Enumerable.Repeat("block my card ", 100_000)), "信用卡", "\u202Eabc", "NaN", "null",
        ];

        var labels = classifier.Classify(texts);

        Assert.Equal(texts.Length, labels.Count);
        Assert.All(labels, label =>
        {
            Assert.Contains(label.Intent, classifier.Intents);
            Assert.InRange(label.Confidence, 0, 1);
            Assert.True(double.IsFinite(label.OutOfScope));
            Assert.Equal(3, label.Candidates.Count);
        });
        Assert.Equal("block_card", labels[7].Intent);
        Assert.True(labels[0].IsOutOfScope);
    }

    [Fact]
    public void No_texts_give_no_labels()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());

        Assert.Empty(classifier.Classify([]));
    }

    [Fact]
    public void A_missing_text_is_a_mistake_of_the_caller()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());

        Assert.Throws<ArgumentException>(() => classifier.Classify(["a", null!]));
    }

    [Fact]
    public void Candidates_are_ordered_and_the_probabilities_add_up()
    {
        using var classifier = OnnxIntentClassifier.Open(
            TinyModels.Intents(Token).Model.Folder, new InferenceOptions());

        var label = classifier.Classify(["is my balance lost"])[0];

        Assert.Equal(
            label.Candidates.Select(c => c.Confidence).OrderDescending(), label.Candidates.Select(c => c.Confidence));
        Assert.Equal(1, label.Candidates.Sum(candidate => candidate.Confidence!.Value), 3e-6);
        Assert.Equal(label.Intent, label.Candidates[0].Intent);
    }

    [Fact]
    public void An_encoder_is_no_classifier() =>
        Assert.Throws<ModelFolderException>(
            () => OnnxIntentClassifier.Open(TinyModels.Encoder(Token).Folder, new InferenceOptions()));

    private static List<string> Texts(int count)
    {
        var examples = TinyModels.All;
        return [.. Enumerable.Range(0, count).Select(i =>
            $"{examples[i % examples.Count].Text} {new string('y', i % 40)} "
            + $"{examples[i * 7 % examples.Count].Text} {i}")];
    }

    private static string Key(TurnLabel label) => FormattableString.Invariant(
        $"{label.Intent} {label.Confidence:R} {label.OutOfScope:R} {label.IsOutOfScope} {string.Join(',', label.Set)}")
        + string.Join(';', label.Candidates.Select(c => FormattableString.Invariant($"{c.Intent}={c.Confidence:R}")));

    private sealed class CountingClassifier : IIntentClassifier
    {
        public List<string> Asked { get; } = [];

        public ModelIdentity Identity { get; } = new("counting", "1", "0");

        public IReadOnlyList<string> Intents { get; } = ["a"];

        public IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts)
        {
            Asked.AddRange(texts);
            return [.. texts.Select(
                _ => new TurnLabel { Intent = "a", Confidence = 1, OutOfScope = 0, IsOutOfScope = false })];
        }
    }
}
