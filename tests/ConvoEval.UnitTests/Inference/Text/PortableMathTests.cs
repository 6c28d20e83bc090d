using System;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Text;

public sealed class PortableMathTests
{
    [Fact]
    public void The_exponential_agrees_with_that_of_the_platform()
    {
        for (var x = -699.0; x < 709; x += 0.37)
        {
            Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-13, 1 + 1e-13);
        }
    }

    [Fact]
    public void The_logarithm_agrees_with_that_of_the_platform()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.7)
        {
            Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-12);
        }
    }

    [Fact]
    public void Ends_of_the_range_are_plain()
    {
        Assert.Equal(0, PortableMath.Exp(-1000));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1000));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Exp(double.NaN));
    }
}
