using System;
using System.Threading;
using ConvoEval.Statistics.Resampling;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Resampling;

public sealed class ResamplingTests
{
    private static readonly double[] Values = [3.1, 0.4, 7.7, 2.2, 1.9, 15.3, 0.8, 4.4, 2.5, 6.1];

    [Fact]
    public void Numbers_are_those_of_xoshiro256_seeded_by_split_mix()
    {
        // First outputs after seed_from_u64(0), as published in the tests of the Rust crate rand_xoshiro.
        var random = new SeededRandom(0);
        Assert.Equal(11091344671253066420UL, random.NextBits());
        Assert.Equal(13793997310169335082UL, random.NextBits());
        Assert.Equal(1900383378846508768UL, random.NextBits());
    }

    [Fact]
    public void Indices_are_spread_evenly()
    {
        var random = new SeededRandom(5);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.NextIndex(7)]++;
        // Binomial standard error 93; six of them.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 560, 10_000 + 560));
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_one_another()
    {
        BootstrapResult? one = Run(12);
        Assert.Equal(one, Run(12));
        Assert.NotEqual(one, Run(13));
    }

    [Fact]
    public void Bootstrap_error_of_a_mean_is_near_the_formula()
    {
        // sd(ddof 0)/√n = 1.3403 by hand; the bootstrap estimates that with about 1.6 % error at 2,000 replicates.
        double mean = 4.44;
        double squares = 0;
        foreach (double value in Values)
            squares += (value - mean) * (value - mean);
        double expected = Math.Sqrt(squares / 10 / 10);
        Assert.Equal(expected, Run(1)?.StandardError ?? 0, 0.12 * expected);
    }

    [Fact]
    public void Undefined_replicates_are_counted_and_left_out()
    {
        BootstrapResult? found = Bootstrap.Run(
            3, 500, 9, s => s.Contains(0) ? 1.0 / s.Length : null, 0.95, TestContext.Current.CancellationToken);
        Assert.NotNull(found);
        Assert.Equal(500, found.Replicates + found.Undefined);
        // (2/3)³ = .296 of the selections miss the first unit.
        Assert.InRange(found.Undefined, 90, 210);
        Assert.Null(found.Acceleration);
        Assert.Null(found.Bca);
    }

    [Fact]
    public void A_constant_statistic_has_no_interval()
    {
        BootstrapResult? found = Bootstrap.Run(5, 50, 2, _ => 3.0, 0.95, TestContext.Current.CancellationToken);
        Assert.NotNull(found);
        Assert.Equal(0, found.StandardError);
        Assert.Null(found.Percentile);
        Assert.Null(found.Basic);
        Assert.Null(found.Bca);
    }

    [Fact]
    public void Without_units_or_value_there_is_no_result()
    {
        Assert.Null(Bootstrap.Run(0, 50, 2, _ => 3.0, 0.95, TestContext.Current.CancellationToken));
        Assert.Null(Bootstrap.Run(4, 50, 2, _ => null, 0.95, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_statistic_that_is_no_number_stops_the_bootstrap() =>
        Assert.Throws<InvalidOperationException>(
            () => Bootstrap.Run(4, 50, 2, _ => double.NaN, 0.95, TestContext.Current.CancellationToken));

    [Fact]
    public void A_cancelled_bootstrap_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Bootstrap.Run(4, 50, 2, s => s[0], 0.95, source.Token));
    }

    [Fact]
    public void Indices_outside_the_units_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.RunWithIndices(
            2, new[] { 0, 2 }, s => s[0], 0.95, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => Bootstrap.RunWithIndices(
            2, new[] { 0, 1, 1 }, s => s[0], 0.95, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Quantile_interval_of_a_tiny_sample_is_open_where_it_must_be()
    {
        QuantileInterval? found = QuantileInterval.OfSorted([1, 2, 3], 0.95, 0.95);
        Assert.NotNull(found);
        Assert.Null(found.High);
        QuantileInterval? single = QuantileInterval.OfSorted([7], 0.5, 0.95);
        Assert.NotNull(single);
        Assert.Equal(7, single.Value);
        Assert.Null(single.Low);
        Assert.Null(single.High);
        Assert.Null(QuantileInterval.OfSorted([], 0.5, 0.95));
    }

    [Fact]
    public void Unsorted_values_are_refused() =>
        Assert.Throws<ArgumentException>(() => QuantileInterval.OfSorted([2, 1], 0.5, 0.95));

    [Fact]
    public void Quantiles_run_from_the_smallest_to_the_largest_value()
    {
        Assert.Equal(1, Quantile.OfSorted([1, 5, 6], 0));
        Assert.Equal(6, Quantile.OfSorted([1, 5, 6], 1));
        Assert.Equal(3, Quantile.OfSorted([1, 5, 6], 0.25));
    }

    private static BootstrapResult? Run(ulong seed) => Bootstrap.Run(
        Values.Length,
        2000,
        seed,
        selection =>
        {
            double sum = 0;
            foreach (int i in selection)
                sum += Values[i];
            return sum / selection.Length;
        },
        0.95,
        TestContext.Current.CancellationToken);
}
