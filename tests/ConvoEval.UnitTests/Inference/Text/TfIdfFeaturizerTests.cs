using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Text;

public sealed class TfIdfFeaturizerTests
{
    private static readonly NgramOptions Options = new();

    [Fact]
    public void Weights_are_those_of_a_calculation_by_hand()
    {
        // N = 9 texts; "card" in 4, "my" in 1, characters " c" in 4: idf = ln(10 / 5) + 1 and ln(10 / 2) + 1.
        var vocabulary = NgramVocabulary.Create(
            [new(NgramKind.Word, "card", 4), new(NgramKind.Word, "my", 1), new(NgramKind.Character, " c", 4)], 9);
        var card = (1 + Math.Log(2)) * (1 + Math.Log(2));
        var my = 1 + Math.Log(5);
        var length = Math.Sqrt((card * card) + (my * my));

        var (rows, weights) = Featurize(vocabulary, "my card card");

        Assert.Equal([0, 1, 2], rows);
        Assert.Equal(card / length, weights[0], 1e-6);
        Assert.Equal(my / length, weights[1], 1e-6);
        Assert.Equal(1, weights[2], 1e-6);
    }

    [Fact]
    public void Unknown_words_make_the_weights_of_known_ones_smaller()
    {
        var vocabulary = NgramVocabulary.Create([new(NgramKind.Word, "card", 4)], 9);

        // The unknown word has idf ln(10 / 1) + 1.
        var expected = (1 + Math.Log(2)) / Math.Sqrt(Math.Pow(1 + Math.Log(2), 2) + Math.Pow(1 + Math.Log(10), 2));

        Assert.Equal(1, Featurize(vocabulary, "card").Weights.Single(), 1e-6);
        Assert.Equal(expected, Featurize(vocabulary, "zebra card").Weights.Single(), 1e-6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zebra")]
    public void A_text_without_known_features_has_none(string text) =>
        Assert.Empty(Featurize(NgramVocabulary.Create([new(NgramKind.Word, "card", 4)], 9), text).Rows);

    private static (List<int> Rows, List<float> Weights) Featurize(NgramVocabulary vocabulary, string text)
    {
        List<int> rows = [];
        List<float> weights = [];
        new TfIdfFeaturizer(vocabulary, Options).Append(text, rows, weights);
        return (rows, weights);
    }
}
