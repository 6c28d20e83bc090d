using System.Linq;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Intents;

public sealed class LabelReaderTests
{
    private static readonly LabelFile Labels = new()
    {
        Intents = ["a", "b", "c", "d", "e", "f", "g"],
        Temperature = 1,
        OutOfScopeThreshold = -2,
        RejectionLevel = 0.05,
        SetThreshold = 0.2,
        SetLevel = 0.95,
    };

    [Fact]
    public void The_five_best_are_candidates_and_ties_go_to_the_first()
    {
        var label = LabelReader.Read(Labels, 3, [0.1f, 0.3f, 0.1f, 0.3f, 0.05f, 0.1f, 0.05f], -3);

        Assert.Equal(["b", "d", "a", "c", "f"], label.Candidates.Select(candidate => candidate.Intent));
        Assert.Equal("b", label.Intent);
        Assert.Equal(0.3, label.Confidence);
    }

    [Fact]
    public void The_set_holds_the_intents_that_reach_the_threshold_best_first() =>
        Assert.Equal(["d", "b"], LabelReader.Read(Labels, 3, [0, 0.2f, 0, 0.7f, 0.1f, 0, 0], -3).Set);

    [Fact]
    public void The_set_is_empty_when_nothing_reaches_the_threshold() =>
        Assert.Empty(LabelReader.Read(Labels, 3, [.19f, .19f, .19f, .19f, .19f, .05f, 0], -3).Set);

    [Theory]
    [InlineData(-2f, false)]
    [InlineData(-1.99f, true)]
    [InlineData(-1.9999998f, false)]
    public void A_text_is_out_of_scope_above_the_threshold(float score, bool expected) =>
        Assert.Equal(expected, LabelReader.Read(Labels, 3, [1, 0, 0, 0, 0, 0, 0], score).IsOutOfScope);

    [Fact]
    public void A_text_in_which_the_model_knows_nothing_is_out_of_scope() =>
        Assert.True(LabelReader.Read(Labels, 0, [1, 0, 0, 0, 0, 0, 0], -9).IsOutOfScope);
}
