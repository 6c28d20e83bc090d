using System;
using ConvoEval.Statistics.Joint;
using ConvoEval.Statistics.PredictionPowered;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Joint;

public sealed class JointEstimateTests
{
    [Fact]
    public void Judge_and_rate_cannot_be_told_apart_without_any_truth()
    {
        var unreviewed = new ReviewCounts(0, 0, 0, 0, 900, 100);
        Assert.Null(JointEstimate.Estimate(unreviewed, default, 300, 0.5, 0.95));
        Assert.Null(JointEstimate.Estimate(unreviewed, new GoldenCounts(9, 10, 0, 0), 300, 0.5, 0.95));
        Assert.NotNull(JointEstimate.Estimate(unreviewed, new GoldenCounts(9, 10, 8, 10), 300, 0.5, 0.95));
        Assert.Null(JointEstimate.Estimate(default, new GoldenCounts(9, 10, 8, 10), 300, 0.5, 0.95));
    }

    [Fact]
    public void The_interval_stays_inside_and_holds_the_value_at_the_edges()
    {
        foreach (ReviewCounts counts in new[]
        {
            new ReviewCounts(60, 0, 0, 0, 2000, 0),
            new ReviewCounts(0, 0, 0, 60, 0, 2000),
            new ReviewCounts(1, 0, 0, 0, 0, 0),
        })
        {
            JointEstimate? found = JointEstimate.Estimate(counts, default, 300, 0.5, 0.95);
            Assert.NotNull(found);
            Assert.True(found.Interval.Contains(found.Value));
            Assert.True(found.Interval.Low > 0 && found.Interval.High < 1);
        }
    }

    [Fact]
    public void Transport_that_cannot_be_checked_is_unknown_and_not_fine()
    {
        TransportCheck empty = TransportCheck.Compare(new GoldenCounts(9, 10, 8, 10), default, 0.95);
        Assert.Null(empty.IsRejected(0.05));
        TransportCheck half = TransportCheck.Compare(
            new GoldenCounts(9, 10, 8, 10), new GoldenCounts(0, 20, 0, 0), 0.95);
        Assert.Null(half.SpecificityP);
        Assert.True(half.IsRejected(0.05));
    }

    [Fact]
    public void A_pseudo_count_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => JointEstimate.Estimate(new ReviewCounts(5, 1, 1, 5, 10, 10), default, 300, 0, 0.95));
}
