using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Verdicts;
using ConvoEval.GoldenSets.Licences;
using ConvoEval.GoldenSets.Splits;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Licences;

public sealed class JudgeMeasurementTests
{
    private static readonly JudgeDigest Judge = new("rules/content-adherence", "abc");

    [Fact]
    public void The_worked_judge_of_the_method_notes_has_the_published_rates_and_a_licence()
    {
        // METHODS §0.1 judge: 95 of 100 good passed, 60 of 100 bad failed. Wilson 95 % by hand: [0.8882, 0.9785], [0.5020, 0.6906].
        var licence = Pooled(Measure(Set(100, 100), Outcomes(goodFailed: 5, badPassed: 40, good: 100, bad: 100)));
        Assert.Equal((95, 5, 40, 60), (licence.GoodPassed, licence.GoodFailed, licence.BadPassed, licence.BadFailed));
        Assert.Equal(0.95, licence.Sensitivity);
        Assert.Equal(0.8882, licence.SensitivityLow ?? 0, 4);
        Assert.Equal(0.60, licence.Specificity);
        Assert.Equal(0.5020, licence.SpecificityLow ?? 0, 4);
        Assert.Equal(0.55, licence.Youden ?? 0, 12);
        Assert.Equal(LicenceState.Licensed, licence.State);
        Assert.Single(licence.Reasons);
        Assert.Equal(("kiosk 1", "authored"), (licence.GoldenSet, licence.Annotator));
    }

    [Fact]
    public void A_judge_that_passes_everything_is_revoked_however_high_its_accuracy()
    {
        var licence = Pooled(Measure(Set(950, 50), Outcomes(goodFailed: 0, badPassed: 50, good: 950, bad: 50)));
        Assert.Equal(LicenceState.Revoked, licence.State);
        Assert.Equal(2, licence.GoodNightsOwed);
        Assert.Contains(licence.Reasons, reason => reason.Contains("passed 50 of 50 bad", StringComparison.Ordinal));
    }

    [Fact]
    public void A_judge_that_fails_too_many_good_responses_is_revoked()
    {
        var licence = Pooled(Measure(Set(100, 100), Outcomes(goodFailed: 20, badPassed: 0, good: 100, bad: 100)));
        Assert.Equal(LicenceState.Revoked, licence.State);
        Assert.Contains(licence.Reasons, reason => reason.Contains("failed 20 of 100 good", StringComparison.Ordinal));
    }

    [Fact]
    public void Youdens_j_can_cost_the_licence_alone()
    {
        // Both rates clear their own floors (se .88 → low .80, sp .60 → low .50), J = .48 has a lower bound of .36.
        var licence = Pooled(Measure(Set(100, 100), Outcomes(goodFailed: 12, badPassed: 40, good: 100, bad: 100)));
        Assert.Equal(LicenceState.Revoked, licence.State);
        Assert.StartsWith("The lower bound of its sensitivity + specificity", Assert.Single(licence.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, 100)]
    [InlineData(100, 29)]
    [InlineData(0, 0)]
    public void Fewer_than_thirty_of_a_class_leave_a_candidate_and_no_number_is_made_up(int good, int bad)
    {
        var licence = Pooled(Measure(Set(good, bad), Outcomes(0, 0, good, bad)));
        Assert.Equal(LicenceState.Candidate, licence.State);
        Assert.NotEmpty(licence.Reasons);
        Assert.Equal(good == 0, licence.Sensitivity is null);
        Assert.Equal(bad == 0, licence.SpecificityLow is null);
    }

    [Fact]
    public void Thirty_of_each_class_are_enough()
    {
        Assert.Equal(LicenceState.Licensed, Pooled(Measure(Set(30, 30), Outcomes(0, 0, 30, 30))).State);
    }

    [Fact]
    public void Abstained_and_uncovered_responses_count_apart_and_not_towards_the_minimum()
    {
        var set = Set(40, 40);
        var outcomes = Outcomes(0, 0, 40, 40);
        var changed = outcomes.ByVerdict.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var id in set.Verdicts.Where(verdict => verdict.Grade == AnnotatedGrade.Bad).Take(11).Select(verdict => verdict.Id))
            changed[id] = id.EndsWith('1') ? MachineOutcome.Abstained : MachineOutcome.Uncovered;
        var licence = Pooled(Measure(set, outcomes with { ByVerdict = changed }));
        Assert.Equal(11, licence.Abstained);
        Assert.Equal(LicenceState.Candidate, licence.State);
        Assert.Equal("It graded 29 of 40 bad golden responses; 30 are needed to measure it.", Assert.Single(licence.Reasons));
    }

    [Theory]
    // Above 5 % with a Wilson lower bound above 2 %: 4 of 70 (5.7 %, .0224) is, 5 of 100 is not above 5 %.
    [InlineData(50, 50, 5, LicenceState.Licensed)]
    [InlineData(50, 50, 6, LicenceState.Probation)]
    [InlineData(35, 35, 4, LicenceState.Probation)]
    public void Too_many_unscored_responses_put_it_on_probation(int good, int bad, int unscored, LicenceState expected)
    {
        var licence = Pooled(Measure(Set(good, bad), Unscored(good, bad, unscored)));
        Assert.Equal(unscored, licence.Unscored);
        Assert.Equal(expected, licence.State);
    }

    [Fact]
    public void A_share_of_unscored_responses_that_may_be_chance_is_no_alarm()
    {
        // 2 of 35 is 5.7 %, but its Wilson lower bound is .0158.
        var options = new LicenceOptions { MinimumPerClass = 10, SensitivityLow = 0.5, YoudenLow = 0.2 };
        var measured = JudgeMeasurement.Measure(Set(15, 20), GoldenSplit.Calibrate, Unscored(15, 20, 2), [], options);
        Assert.Equal(LicenceState.Licensed, Pooled(measured).State);
    }

    [Fact]
    public void A_judge_that_leaves_all_unscored_is_on_probation_and_not_a_candidate()
    {
        Assert.Equal(LicenceState.Probation, Pooled(Measure(Set(50, 50), Unscored(50, 50, 100))).State);
    }

    [Fact]
    public void A_response_without_an_outcome_is_unscored_and_counted()
    {
        var outcomes = Outcomes(0, 0, 50, 50) with { ByVerdict = new Dictionary<string, MachineOutcome> { ["ghost"] = MachineOutcome.Passed } };
        var measured = Measure(Set(50, 50), outcomes);
        Assert.Equal((100, 1), (measured.Unanswered, measured.UnknownIds));
        Assert.Equal(100, Pooled(measured).Unscored);
    }

    [Fact]
    public void Random_reviews_never_enter_sensitivity_and_specificity()
    {
        var set = Set(40, 40);
        var random = set.Verdicts.Select(verdict => verdict with
        {
            Id = "R" + verdict.Id,
            Sampling = GoldenSampling.Random,
            DrawProbability = 0.5,
        });
        var outcomes = Outcomes(0, 0, 40, 40);
        var wrong = outcomes.ByVerdict.Concat(outcomes.ByVerdict.Select(pair => KeyValuePair.Create(
            "R" + pair.Key, pair.Value == MachineOutcome.Passed ? MachineOutcome.Failed : MachineOutcome.Passed)));
        var measured = Measure(
            set with { Verdicts = [.. set.Verdicts, .. random] }, outcomes with { ByVerdict = wrong.ToDictionary() });
        Assert.Equal((1.0, 1.0), (Pooled(measured).Sensitivity, Pooled(measured).Specificity));
        Assert.Equal(80, measured.Rows.Where(row => row is { BotVersion: null, Sampling: GoldenSampling.Random }).Sum(row => row.Total));
    }

    [Fact]
    public void Each_version_has_a_licence_of_its_own_and_the_pooled_one_comes_last()
    {
        var set = SampleGoldenSet.Create() with { Split = new GoldenSplitRule("s", 0), Verdicts = [.. SampleGoldenSet.Verdicts("B", 40, 40), .. SampleGoldenSet.Verdicts("A", 40, 40)] };
        var outcomes = new JudgeOutcomes
        {
            Judge = Judge,
            Criterion = "content_adherence",
            ByVerdict = set.Verdicts.ToDictionary(
                verdict => verdict.Id,
                verdict => verdict.BotVersion == "A" == (verdict.Grade == AnnotatedGrade.Good) ? MachineOutcome.Passed : MachineOutcome.Failed),
        };
        var licences = Measure(set, outcomes).Licences;
        Assert.Equal(["A", "B", null], licences.Select(licence => licence.BotVersion));
        Assert.Equal([1, 0, 0.5], licences.Select(licence => licence.Sensitivity));
        Assert.Equal([LicenceState.Licensed, LicenceState.Revoked, LicenceState.Revoked], licences.Select(licence => licence.State));
    }

    [Fact]
    public void The_kinds_of_bad_are_told_apart()
    {
        var set = Set(2, 4);
        string[] kinds = ["wrong_fact", "wrong_fact", "missing", "off"];
        set = set with { Verdicts = [.. set.Verdicts.Take(2), .. set.Verdicts.Skip(2).Select((verdict, i) => verdict with { BadKind = kinds[i] })] };
        var rows = Measure(set, Outcomes(0, 1, 2, 4)).Rows.Where(row => row is { BotVersion: null, Grade: AnnotatedGrade.Bad });
        Assert.Equal(
            [("missing", 0, 1), ("off", 0, 1), ("wrong_fact", 1, 1)],
            rows.Select(row => (row.BadKind ?? "", (int)row.Passed, (int)row.Failed)));
    }

    [Fact]
    public void On_the_tune_split_nothing_is_licensed()
    {
        var set = Set(50, 50) with { Split = new GoldenSplitRule("s", 99) };
        var split = new GoldenSplitter(set).SplitOf(set.Verdicts[0]);
        var licence = Pooled(JudgeMeasurement.Measure(set, split, Outcomes(0, 0, 50, 50), [], new LicenceOptions()));
        Assert.Equal((GoldenSplit.Tune, LicenceState.Candidate), (split, licence.State));
        Assert.Equal(1.0, licence.Sensitivity);
    }

    [Fact]
    public void Every_verdict_of_a_judge_amounts_to_an_outcome()
    {
        var graded = new Verdict.Graded { Criterion = "c", Judge = Judge, ReasonCode = "r", Grade = Grade.Pass };
        Assert.Equal(
            [MachineOutcome.Passed, MachineOutcome.Passed, MachineOutcome.Failed, MachineOutcome.Failed],
            new[] { Grade.Pass, Grade.NotContradicted, Grade.Fail, Grade.Contradicted }.Select(grade => JudgeOutcomes.Of(graded with { Grade = grade })));
        Assert.Equal(MachineOutcome.Abstained, JudgeOutcomes.Of(new Verdict.Abstained { Criterion = "c", Judge = Judge, ReasonCode = "r" }));
        Assert.Equal(MachineOutcome.Uncovered, JudgeOutcomes.Of(new Verdict.NotApplicable { Criterion = "c", Judge = Judge, ReasonCode = "r" }));
        Assert.Equal(MachineOutcome.Unscored, JudgeOutcomes.Of(
            new Verdict.Unscored { Criterion = "c", Judge = Judge, ReasonCode = "r", Reason = UnscoredReason.Budget }));
    }

    [Fact]
    public void A_bound_outside_its_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JudgeMeasurement.Measure(
            Set(1, 1), GoldenSplit.Calibrate, Outcomes(0, 0, 1, 1), [], new LicenceOptions { SensitivityLow = double.NaN }));
    }

    internal static GoldenSet Set(int good, int bad) => SampleGoldenSet.Create() with
    {
        Split = new GoldenSplitRule("s", 0),
        Verdicts = [.. SampleGoldenSet.Verdicts("A", good, bad)],
    };

    internal static JudgeOutcomes Outcomes(int goodFailed, int badPassed, int good, int bad) => new()
    {
        Judge = Judge,
        Criterion = "content_adherence",
        ByVerdict = SampleGoldenSet.Verdicts("A", good, bad).Select((verdict, i) => KeyValuePair.Create(
            verdict.Id,
            i < good - goodFailed || (i >= good && i < good + badPassed) ? MachineOutcome.Passed : MachineOutcome.Failed)).ToDictionary(),
    };

    internal static JudgeOutcomes Unscored(int good, int bad, int unscored)
    {
        var outcomes = Outcomes(0, 0, good, bad);
        return outcomes with
        {
            ByVerdict = outcomes.ByVerdict.Select((pair, i) =>
                KeyValuePair.Create(pair.Key, i < unscored ? MachineOutcome.Unscored : pair.Value)).ToDictionary(),
        };
    }

    internal static JudgeLicence Pooled(MeasuredJudge measured) => measured.Licences[^1];

    private static MeasuredJudge Measure(GoldenSet set, JudgeOutcomes outcomes) =>
        JudgeMeasurement.Measure(set, GoldenSplit.Calibrate, outcomes, [], new LicenceOptions());
}
