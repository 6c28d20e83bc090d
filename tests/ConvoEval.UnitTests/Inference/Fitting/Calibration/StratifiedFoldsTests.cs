using System.Linq;
using ConvoEval.Inference.Fitting.Calibration;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Calibration;

public sealed class StratifiedFoldsTests
{
    [Fact]
    public void Every_class_is_spread_evenly()
    {
        int[] classOf = [.. Enumerable.Range(0, 97).Select(i => (i % 7) - 1)];

        var folds = StratifiedFolds.Deal(classOf, 5, 3);

        foreach (var group in classOf.Distinct())
        {
            var sizes = Enumerable.Range(0, 5).Select(
                fold => folds.Where((f, i) => f == fold && classOf[i] == group).Count());
            Assert.True(sizes.Max() - sizes.Min() <= 1);
        }
    }

    [Fact]
    public void The_same_seed_deals_the_same() =>
        Assert.Equal(StratifiedFolds.Deal([0, 0, 1, 1, 0], 2, 9), StratifiedFolds.Deal([0, 0, 1, 1, 0], 2, 9));
}
