using System;
using System.Collections.Generic;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Paired;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Paired;

public sealed class PairedTests
{
    private static readonly Func<PairedTable, double, Interval?>[] Methods =
        [PairedDifference.Newcombe, PairedDifference.Tango, PairedDifference.BonettPrice];

    [Fact]
    public void Exchanging_the_versions_turns_the_sign()
    {
        foreach (PairedTable table in Tables())
        {
            var mirrored = new PairedTable(table.Both, table.OnlySecond, table.OnlyFirst, table.Neither);
            Assert.Equal(McNemar.Test(table).MidP, McNemar.Test(mirrored).MidP, 1e-14);
            foreach (Func<PairedTable, double, Interval?> method in Methods)
            {
                Interval one = method(table, 0.95) ?? default;
                Interval other = method(mirrored, 0.95) ?? default;
                Assert.Equal(one.Low, -other.High, 1e-10);
                Assert.Equal(one.High, -other.Low, 1e-10);
            }
        }
    }

    [Fact]
    public void Intervals_of_paired_rates_hold_the_difference_and_are_never_one_point()
    {
        foreach (PairedTable table in Tables())
        {
            double difference = table.Difference ?? double.NaN;
            Interval newcombe = PairedDifference.Newcombe(table, 0.95) ?? default;
            Interval tango = PairedDifference.Tango(table, 0.95) ?? default;
            Assert.True(newcombe.Width > 0 && tango.Width > 0);
            Assert.InRange(difference, newcombe.Low - 1e-12, newcombe.High + 1e-12);
            Assert.InRange(difference, tango.Low - 1e-12, tango.High + 1e-12);
            Assert.InRange(tango.Low, -1, 1);
            Assert.InRange(tango.High, -1, 1);
        }
    }

    [Fact]
    public void Mid_p_never_exceeds_the_exact_p()
    {
        foreach (PairedTable table in Tables())
        {
            McNemarResult test = McNemar.Test(table);
            Assert.InRange(test.MidP, 0, test.ExactP);
        }
    }

    [Fact]
    public void Without_pairs_there_is_nothing_to_say()
    {
        var empty = default(PairedTable);
        Assert.Null(empty.Difference);
        foreach (Func<PairedTable, double, Interval?> method in Methods)
            Assert.Null(method(empty, 0.95));
        Assert.Null(PairedOddsRatio.Estimate(empty, 0.95));
        Assert.Null(PairedMeans.Compare([], [], 0.95));
    }

    [Fact]
    public void Equal_differences_leave_no_interval_instead_of_a_sure_one()
    {
        PairedMeansResult? found = PairedMeans.Compare([0.3, 0.5, 0.9], [0.3, 0.5, 0.9], 0.95);
        Assert.NotNull(found);
        Assert.Equal(0, found.StandardError);
        Assert.Null(found.Interval);
        Assert.Null(found.PValue);
    }

    [Fact]
    public void One_pair_has_a_mean_and_nothing_else()
    {
        PairedMeansResult? found = PairedMeans.Compare([0.75], [0.5], 0.95);
        Assert.NotNull(found);
        Assert.Equal(0.25, found.MeanDifference);
        Assert.Null(found.StandardError);
        Assert.Null(found.Interval);
    }

    [Fact]
    public void Scores_that_are_no_numbers_are_refused_with_their_place()
    {
        var thrown = Assert.Throws<ArgumentException>(() => PairedMeans.Compare([0, double.NaN], [0, 0], 0.95));
        Assert.Contains("Value 1 is NaN", thrown.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<PairedTable> Tables()
    {
        long[] counts = [0, 1, 4, 30];
        foreach (long both in counts)
        {
            foreach (long first in counts)
            {
                foreach (long second in counts)
                {
                    foreach (long neither in counts)
                    {
                        if (both + first + second + neither > 0)
                            yield return new PairedTable(both, first, second, neither);
                    }
                }
            }
        }
    }
}
