using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Licences;
using Xunit;
using static ConvoEval.Domain.Golden.LicenceState;

namespace ConvoEval.UnitTests.GoldenSets.Licences;

public sealed class LicenceHistoryTests
{
    /// <summary>Nights: g good, i too many unscored (Q3), b bad rates (Q1), f too few (Q2).</summary>
    [Theory]
    [InlineData("gg", Licensed, Licensed)]
    [InlineData("fg", Candidate, Licensed)]
    [InlineData("igg", Probation, Probation, Licensed)]
    [InlineData("ii", Probation, Revoked)]
    [InlineData("igi", Probation, Probation, Probation)]
    [InlineData("bgg", Revoked, Revoked, Licensed)]
    [InlineData("bgbgg", Revoked, Revoked, Revoked, Revoked, Licensed)]
    [InlineData("bi", Revoked, Revoked)]
    [InlineData("bgi", Revoked, Revoked, Revoked)]
    [InlineData("gbgg", Licensed, Revoked, Revoked, Licensed)]
    [InlineData("bfg", Revoked, Candidate, Probation)]
    [InlineData("bfgg", Revoked, Candidate, Probation, Licensed)]
    [InlineData("iifbgg", Probation, Revoked, Candidate, Revoked, Revoked, Licensed)]
    public void What_was_lost_comes_back_only_after_two_good_nights_in_a_row(string nights, params LicenceState[] expected)
    {
        var states = new List<LicenceState>();
        IReadOnlyList<JudgeLicence> previous = [];
        foreach (var night in nights)
        {
            previous = Night(night, previous).Licences;
            states.Add(previous[^1].State);
        }

        Assert.Equal(expected, states);
    }

    [Fact]
    public void A_night_that_is_run_again_with_the_same_history_says_the_same()
    {
        var first = Night('b', []).Licences;
        Assert.Equivalent(Night('g', first).Licences, Night('g', first).Licences);
        Assert.Equal(1, Night('g', first).Licences[^1].GoodNightsOwed);
    }

    [Fact]
    public void The_past_of_another_judge_does_not_count()
    {
        var other = Night('b', []).Licences.Select(licence => licence with { JudgeHash = "other" }).ToList();
        Assert.Equal(Licensed, Night('g', other).Licences[^1].State);
    }

    [Fact]
    public void The_past_of_another_criterion_or_version_does_not_count()
    {
        var other = Night('b', []).Licences.Select(licence => licence with { Criterion = "tone" })
            .Concat(Night('b', []).Licences.Select(licence => licence with { BotVersion = "Z" })).ToList();
        Assert.All(Night('g', other).Licences, licence => Assert.Equal(Licensed, licence.State));
    }

    [Fact]
    public void A_shorter_way_back_can_be_chosen()
    {
        var options = new LicenceOptions { GoodNightsToReturn = 1 };
        var set = JudgeMeasurementTests.Set(50, 50);
        var bad = JudgeMeasurement.Measure(set, GoldenSplit.Calibrate, Of('b'), [], options).Licences;
        Assert.Equal(Licensed, JudgeMeasurement.Measure(set, GoldenSplit.Calibrate, Of('g'), bad, options).Licences[^1].State);
    }

    private static MeasuredJudge Night(char night, IReadOnlyList<JudgeLicence> previous) => JudgeMeasurement.Measure(
        night == 'f' ? JudgeMeasurementTests.Set(5, 5) : JudgeMeasurementTests.Set(50, 50),
        GoldenSplit.Calibrate, Of(night), previous, new LicenceOptions());

    private static JudgeOutcomes Of(char night) => night switch
    {
        'g' => JudgeMeasurementTests.Outcomes(0, 0, 50, 50),
        'b' => JudgeMeasurementTests.Outcomes(0, 45, 50, 50),
        'i' => JudgeMeasurementTests.Unscored(50, 50, 10),
        _ => JudgeMeasurementTests.Outcomes(0, 0, 5, 5),
    };
}
