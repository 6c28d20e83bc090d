using System;
using System.Collections.Generic;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Comparisons;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Comparisons;

public sealed class AdherenceDifferenceTests
{
    [Fact]
    public void Corrected_estimates_are_compared_by_adding_their_variances()
    {
        var comparison = Compare(Estimate(0.8, 0.75, 0.85), Estimate(0.9, 0.87, 0.93));

        // Square and add: .1 ± hypot(.03, .05) = .1 ± .0583.
        Assert.Equal(0.1, Known(comparison.Difference), 9);
        Assert.Equal(0.1 - Math.Sqrt(0.0034), Known(comparison.Low), 9);
        Assert.Equal(ComparisonVerdict.Better, comparison.Verdict);
    }

    [Fact]
    public void Different_judges_are_not_comparable()
    {
        var comparison = Compare(Estimate(0.8, 0.75, 0.85), Estimate(0.9, 0.87, 0.93) with { JudgeHash = "other" });

        Assert.Equal((ComparisonVerdict.NotComparable, "other_judge"), (comparison.Verdict, comparison.State));
        Assert.Null(comparison.Difference);
    }

    [Fact]
    public void An_unlicensed_judge_is_not_comparable_and_raw_shares_are_not_compared()
    {
        var unlicensed = Estimate(0.9, 0.87, 0.93) with { Value = null, Low = null, High = null, Raw = 0.9, MissingBecause = "judge not licensed: no bad examples" };

        var comparison = Compare(Estimate(0.8, 0.75, 0.85), unlicensed);

        Assert.Equal((ComparisonVerdict.NotComparable, "not_licensed"), (comparison.Verdict, comparison.State));
        Assert.Null(comparison.Difference);
        Assert.Contains("no bad examples", comparison.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_measured_on_other_versions_makes_nothing_better_or_worse()
    {
        IReadOnlyList<string> borrowed = ["assumes_transport", "licence_of_other_versions"];

        var comparison = Compare(Estimate(0.8, 0.75, 0.85), Estimate(0.9, 0.87, 0.93) with { Assumptions = borrowed });

        Assert.Equal((ComparisonVerdict.NotEnoughData, "inconclusive"), (comparison.Verdict, comparison.State));
    }

    private static Estimate Estimate(double value, double low, double high) => new()
    {
        KpiId = "content_adherence",
        Value = value,
        Low = low,
        High = high,
        Level = 0.95,
        Method = "lang_reiczigel",
        Scored = 400,
        Unscored = 0,
        Raw = value,
        JudgeHash = "judge",
    };

    private static KpiComparison Compare(Estimate older, Estimate newer) =>
        AdherenceDifference.Compare(Definition("content_adherence", 0.02), older, newer, "1", "2", 0.95);
}
