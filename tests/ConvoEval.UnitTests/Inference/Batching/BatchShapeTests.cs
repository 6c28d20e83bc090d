using ConvoEval.Inference.Batching;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Batching;

public sealed class BatchShapeTests
{
    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    [InlineData(256, 256)]
    [InlineData(257, 288)]
    [InlineData(513, 576)]
    public void A_text_is_padded_to_the_next_step(int terms, int expected) =>
        Assert.Equal(expected, BatchShape.PaddedLength(terms));

    [Fact]
    public void Padding_is_at_most_sixteen_terms_or_an_eighth()
    {
        for (var terms = 1; terms < 20_000; terms++)
        {
            var padding = BatchShape.PaddedLength(terms) - terms;
            Assert.True(
                padding >= 0 && padding < System.Math.Max(16, terms / 7.9), $"{terms} terms are padded by {padding}");
        }
    }

    [Fact]
    public void Equal_texts_are_found_in_order_of_first_appearance()
    {
        var distinct = DistinctTexts.Of(["b", "a", "b", "B", "a"]);

        Assert.Equal(["b", "a", "B"], distinct.Texts);
        Assert.Equal([0, 1, 0, 2, 1], distinct.Places);
    }
}
