using System;
using ConvoEval.Statistics;
using Xunit;

namespace ConvoEval.UnitTests.Statistics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(1, 0)]
    public void An_interval_without_finite_ends_in_order_cannot_be_made(double low, double high) =>
        Assert.Throws<ArgumentException>(() => new Interval(low, high));

    [Fact]
    public void A_falling_map_swaps_the_ends() =>
        Assert.Equal(new Interval(-1, 3), new Interval(-1, 1).Mapped(1, -2));

    [Fact]
    public void No_spread_gives_no_interval() => Assert.Null(Interval.Around(0.4, 0));
}
