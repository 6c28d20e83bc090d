using System.Linq;
using ConvoEval.Reporting.Readings;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Readings;

public sealed class PartsOfHundredTests
{
    // By hand: a third is 33.3 %; the tenth that is missing goes to the first of equal remainders.
    [Fact]
    public void Thirds_add_up_to_one_hundred() => Assert.Equal([33.4, 33.3, 33.3], PartsOfHundred.Of([1, 1, 1]));

    [Fact]
    public void Nothing_has_no_parts() => Assert.Equal([0.0, 0.0], PartsOfHundred.Of([0, 0]));

    [Theory]
    [InlineData(new long[] { 78, 17, 26, 6, 2, 1 })]
    [InlineData(new long[] { 1, 999_999, 1 })]
    [InlineData(new long[] { 0, 0, 7 })]
    [InlineData(new long[] { 3, 3, 3, 3, 3, 3, 3 })]
    public void Parts_always_add_up_to_one_hundred(long[] parts) => Assert.Equal(100, PartsOfHundred.Of(parts).Sum(), 9);
}
