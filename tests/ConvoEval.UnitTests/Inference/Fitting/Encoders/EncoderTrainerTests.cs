using System;
using System.IO;
using System.Linq;
using System.Threading;
using ConvoEval.Inference;
using ConvoEval.Inference.Embedding;
using ConvoEval.Inference.Fitting.Encoders;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Encoders;

public sealed class EncoderTrainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_number_of_threads_does_not_show()
    {
        var one = TinyModels.Encoder(Token, threads: 1);
        var three = TinyModels.Encoder(Token, threads: 3);

        Assert.Equal(one.Folder.Identity, three.Folder.Identity);
    }

    [Fact]
    public void Texts_of_a_group_come_to_lie_together()
    {
        using var embedder = OnnxUtteranceEmbedder.Open(TinyModels.Encoder(Token).Folder, new InferenceOptions());
        var vectors = new float[3 * embedder.Dimension];

        embedder.Embed(["block my card", "my card was stolen", "what is my balance"], vectors);

        Assert.True(Cosine(0, 1) > Cosine(0, 2) + 0.3, $"{Cosine(0, 1)} against {Cosine(0, 2)}");

        float Cosine(int left, int right) => LaneMath.Dot(
            vectors.AsSpan(left * embedder.Dimension, embedder.Dimension),
            vectors.AsSpan(right * embedder.Dimension, embedder.Dimension));
    }

    [Fact]
    public void A_left_out_corpus_is_measured_by_an_encoder_that_did_not_see_it()
    {
        var other = TinyModels.Corpus() with { Name = "other" };

        var model = EncoderTrainer.Train(
            [TinyModels.Corpus(), other], ["other"], TinyModels.EncoderOptions(), null, Token);

        Assert.Equal(
            ["eight_shot_separators_accuracy", "eight_shot_nearest_accuracy"],
            model.Folder.Manifest.Metrics.Select(metric => metric.Name));
        Assert.All(model.Folder.Manifest.Metrics, metric => Assert.InRange(metric.Value!.Value, 0, 1));
    }

    [Fact]
    public void Leaving_out_what_is_not_there_is_refused() =>
        Assert.Throws<InvalidDataException>(
            () => EncoderTrainer.Train([TinyModels.Corpus()], ["other"], TinyModels.EncoderOptions(), null, Token));

    [Fact]
    public void Texts_without_partners_are_nothing_to_learn_from()
    {
        var corpus = TinyModels.Corpus();
        var alone = corpus with { Groups = [.. Enumerable.Range(0, corpus.Texts.Count)] };

        Assert.Throws<InvalidDataException>(
            () => EncoderTrainer.Train([alone], [], TinyModels.EncoderOptions(), null, Token));
    }

    [Fact]
    public void A_recipe_reads_examples_conversations_and_plain_texts()
    {
        using var folder = new TinyModels.Folder();
        File.WriteAllText(Path.Combine(folder.Path, "a.jsonl"), """
            {"text":"one","intent":"x"}
            {"text":"two","intent":"y"}
            {"text":"three","intent":"none"}
            """);
        File.WriteAllText(Path.Combine(folder.Path, "b.jsonl"), """
            {"id":"1","turns":[{"role":"user","text":"q1"},{"role":"assistant","text":"a"},{"role":"user","text":"q2"}]}
            {"id":"2","turns":[{"role":"user","text":"q3"},{"role":"assistant","text":"a"}]}
            """);
        File.WriteAllText(Path.Combine(folder.Path, "corpora.json"), """
            {"corpora":[
              {"name":"l","files":["a.jsonl"],"licence":"MIT","kind":"labelled","weight":1,"withoutLabels":["none"]},
              {"name":"d","files":["b.jsonl"],"licence":"MIT","kind":"dialogue","weight":1,"mostTexts":4},
              {"name":"s","files":["b.jsonl"],"licence":"MIT","kind":"sameAnswer","weight":1},
              {"name":"p","files":["a.jsonl"],"licence":"MIT","kind":"plain","weight":1}]}
            """);

        var corpora = EncoderRecipe.Read(Path.Combine(folder.Path, "corpora.json"), folder.Path);

        Assert.Equal(["one", "two"], corpora[0].Texts);
        Assert.Equal(["q1", "a", "q2", "q3"], corpora[1].Texts);
        Assert.Equal(corpora[1].Groups[0], corpora[1].Groups[2]);
        Assert.NotEqual(corpora[1].Groups[2], corpora[1].Groups[3]);
        Assert.Equal(["q1", "q3"], corpora[2].Texts);
        Assert.Equal([0, 0], corpora[2].Groups);
        Assert.Equal(3, corpora[3].Texts.Count);
    }
}
