using System;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Outcomes;
using ConvoEval.Scoring.Tables;
using Xunit;

namespace ConvoEval.UnitTests.Scoring.Kpis;

/// <summary>Values of v17_kpi; tolerance 1e-9 as stated there.</summary>
public sealed class OracleCorpusTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("goal_completion", 7, 11, 0.6363636363636364, 0.35380117450784887, 0.8483352890463243)]
    [InlineData("containment", 10, 12, 0.8333333333333334, 0.5519691377470266, 0.9530348578161463)]
    [InlineData("escalation", 2, 12, 0.16666666666666666, 0.04696514218385378, 0.4480308622529734)]
    public void Shares_and_their_wilson_intervals_are_those_of_the_reference(
        string kpi, double numerator, double denominator, double value, double low, double high)
    {
        var estimate = Estimate(kpi, withUsers: false);

        Assert.Equal("wilson", estimate.Method);
        Assert.Equal((numerator, denominator), (estimate.Numerator, estimate.Denominator));
        Assert.Equal(value, Known(estimate.Value), Tolerance);
        Assert.Equal(low, Known(estimate.Low), Tolerance);
        Assert.Equal(high, Known(estimate.High), Tolerance);
    }

    [Theory]
    [InlineData("fallback", 0.1388888888888889)]
    [InlineData("handling_time", 202.5)]
    [InlineData("first_response_time", 1.2916666666666667)]
    [InlineData("cost_per_conversation", 31.2)]
    public void Ratios_and_means_are_those_of_the_reference(string kpi, double value)
    {
        Assert.Equal(value, Known(Estimate(kpi, withUsers: true).Value), Tolerance);
    }

    [Fact]
    public void Quantiles_of_the_first_response_are_those_of_the_reference()
    {
        Assert.Equal(1.05, Known(Estimate("first_response_time", withUsers: true, "stat=median").Value), Tolerance);
        Assert.Equal(2.7149999999999994, Known(Estimate("first_response_time", withUsers: true, "stat=p95").Value), Tolerance);
    }

    [Fact]
    public void Repeated_users_take_away_the_wilson_interval_but_not_the_value()
    {
        var estimate = Estimate("containment", withUsers: true);

        Assert.Equal("cluster_robust_t", estimate.Method);
        Assert.Equal(10.0 / 12, Known(estimate.Value), Tolerance);
        Assert.Contains("few_clusters", estimate.Assumptions);
    }

    [Fact]
    public void The_outcome_partition_is_that_of_the_reference()
    {
        var partition = Assert.Single(OutcomeCalculator.Calculate(Table(withUsers: true)));

        Assert.Equal(
            (12L, 2L, 1L, 7L, 1L, 1L, 0L),
            (partition.Eligible, partition.Escalated, partition.Abandoned, partition.Resolved, partition.Partial, partition.NoGoal, partition.Unknown));
    }

    [Fact]
    public void Sessions_that_do_not_count_are_counted_by_reason()
    {
        var excluded = Table(withUsers: true).Excluded.Select(reason => $"{reason.Key} {reason.Value}");

        Assert.Equal(["attack_only 1", "no_user_turn 1", "test 1"], excluded);
    }

    [Fact]
    public void An_empty_corpus_has_no_value_and_a_reason_for_every_kpi()
    {
        var estimates = KpiCalculator.Calculate(new FactsTable(), KpiDictionary.Default, [], 0.95);

        Assert.Equal(KpiDictionary.Default.Count, estimates.Count);
        Assert.All(estimates, estimate =>
        {
            Assert.Null(estimate.Value);
            Assert.Equal("none", estimate.Method);
            Assert.StartsWith("cannot be computed from this source: no ", estimate.MissingBecause, StringComparison.Ordinal);
        });
    }

    private static FactsTable Table(bool withUsers) => FactsTable.Of(OracleCorpus.Facts(withUsers));

    private static Estimate Estimate(string kpi, bool withUsers, string? segment = null) =>
        KpiCalculator.Calculate(Table(withUsers), KpiDictionary.Default, [], 0.95)
            .Single(estimate => estimate.KpiId == kpi && estimate.Segment == segment);

    private static double Known(double? value)
    {
        Assert.NotNull(value);
        return value.Value;
    }
}
