using System;
using ConvoEval.Statistics.Distributions;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Distributions;

public sealed class StudentTTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(29)]
    [InlineData(99)]
    [InlineData(400)]
    public void Quantile_solves_the_closed_form_for_whole_degrees_of_freedom(int degreesOfFreedom)
    {
        foreach (double p in new[] { 0.001, 0.025, 0.05, 0.3, 0.6, 0.9, 0.975, 0.995 })
        {
            double t = StudentT.Quantile(p, degreesOfFreedom);
            Assert.Equal(p, ClosedForm(t, degreesOfFreedom), 1e-13);
            Assert.Equal(p, StudentT.Cdf(t, degreesOfFreedom), 1e-13);
        }
    }

    [Theory]
    [InlineData(1e-100, 1)]
    [InlineData(1e-12, 3)]
    [InlineData(1e-9, 1e9)]
    public void Far_tails_survive_the_round_trip(double tail, double degreesOfFreedom)
    {
        double t = StudentT.Quantile(tail, degreesOfFreedom);
        Assert.Equal(1, StudentT.Cdf(t, degreesOfFreedom) / tail, 1e-9);
    }

    [Fact]
    public void Many_degrees_of_freedom_approach_the_normal()
    {
        // First term of the expansion in 1/ν: z + (z³ + z)/(4ν) (Abramowitz and Stegun 26.7.5).
        double z = StandardNormal.TwoSided(0.95);
        Assert.Equal(z + (z * z * z + z) / 4e6, StudentT.TwoSided(0.95, 1e6), 1e-10);
        Assert.Equal(z + (z * z * z + z) / 4e9, StudentT.TwoSided(0.95, 1e9), 1e-7);
    }

    /// <summary>Abramowitz and Stegun 26.7.3 and 26.7.4: finite sums in the angle atan(t/√ν).</summary>
    private static double ClosedForm(double t, int degreesOfFreedom)
    {
        double angle = Math.Atan(t / Math.Sqrt(degreesOfFreedom));
        double cosine = Math.Cos(angle);
        bool isOdd = degreesOfFreedom % 2 == 1;
        double term = isOdd ? cosine : 1;
        double sum = degreesOfFreedom == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k < degreesOfFreedom - 1; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }

        double area = isOdd ? 2 / Math.PI * (angle + Math.Sin(angle) * sum) : Math.Sin(angle) * sum;
        return (1 + area) / 2;
    }
}
