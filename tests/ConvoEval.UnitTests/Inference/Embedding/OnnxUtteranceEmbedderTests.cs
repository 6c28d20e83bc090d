using System;
using System.Linq;
using System.Threading;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Embedding;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Embedding;

public sealed class OnnxUtteranceEmbedderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Vectors_have_unit_length_and_unknown_texts_the_zero_vector()
    {
        using var embedder = OnnxUtteranceEmbedder.Open(TinyModels.Encoder(Token).Folder, new InferenceOptions());
        var vectors = new float[3 * embedder.Dimension];

        embedder.Embed(["block my card", "", "\uD800"], vectors);

        Assert.Equal(1, Square(vectors, 0, embedder.Dimension), 1e-5);
        Assert.All(vectors.Skip(embedder.Dimension), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Neighbours_order_and_threads_do_not_show()
    {
        var folder = TinyModels.Encoder(Token).Folder;
        using var one = OnnxUtteranceEmbedder.Open(folder, new InferenceOptions { Threads = 1 });
        using var many = OnnxUtteranceEmbedder.Open(folder, new InferenceOptions { Threads = 4 });
        string[] texts = [.. Enumerable.Range(0, 1500).Select(i =>
            $"{TinyModels.All[i % TinyModels.All.Count].Text} {string.Concat(Enumerable.Repeat("card ", i % 60))}{i}")];
        var together = new float[texts.Length * one.Dimension];
        var backwards = new float[texts.Length * one.Dimension];
        var alone = new float[one.Dimension];

        many.Embed(texts, together);
        many.Embed([.. texts.Reverse()], backwards);

        for (var i = 0; i < texts.Length; i++)
        {
            one.Embed([texts[i]], alone);
            Assert.True(alone.AsSpan().SequenceEqual(together.AsSpan(i * one.Dimension, one.Dimension)), texts[i]);
            Assert.True(
                alone.AsSpan().SequenceEqual(
                    backwards.AsSpan((texts.Length - 1 - i) * one.Dimension, one.Dimension)), texts[i]);
        }
    }

    [Fact]
    public void Room_for_another_number_of_vectors_is_a_mistake_of_the_caller()
    {
        using var embedder = OnnxUtteranceEmbedder.Open(TinyModels.Encoder(Token).Folder, new InferenceOptions());

        Assert.Throws<ArgumentException>(() => embedder.Embed(["a"], new float[embedder.Dimension + 1]));
    }

    [Fact]
    public void A_classifier_is_no_encoder() =>
        Assert.Throws<ModelFolderException>(
            () => OnnxUtteranceEmbedder.Open(TinyModels.Intents(Token).Model.Folder, new InferenceOptions()));

    private static double Square(float[] vectors, int text, int dimension) =>
        vectors.Skip(text * dimension).Take(dimension).Sum(value => (double)value * value);
}
