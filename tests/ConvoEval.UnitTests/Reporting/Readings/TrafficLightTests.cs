using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Readings;

public sealed class TrafficLightTests
{
    // Origin of the numbers: docs/methods, vectors v15_gates, case traffic_light (whole interval decides).
    [Theory]
    [InlineData(0.86, 0.9, 0.85, 0.75, KpiDirection.HigherIsBetter, "InTarget")]
    [InlineData(0.6, 0.7, 0.85, 0.75, KpiDirection.HigherIsBetter, "BeyondRedLine")]
    [InlineData(0.78, 0.82, 0.85, 0.75, KpiDirection.HigherIsBetter, "OffTarget")]
    [InlineData(0.7, 0.9, 0.85, 0.75, KpiDirection.HigherIsBetter, "TooUnsure")]
    [InlineData(0.72, 0.8, 0.85, 0.75, KpiDirection.HigherIsBetter, "MaybeBeyondRedLine")]
    [InlineData(0.8, 0.88, 0.85, 0.75, KpiDirection.HigherIsBetter, "MaybeInTarget")]
    [InlineData(0.01, 0.03, 0.05, 0.1, KpiDirection.LowerIsBetter, "InTarget")]
    [InlineData(0.11, 0.2, 0.05, 0.1, KpiDirection.LowerIsBetter, "BeyondRedLine")]
    [InlineData(0.04, 0.07, 0.05, 0.1, KpiDirection.LowerIsBetter, "MaybeInTarget")]
    public void Whole_interval_decides(double low, double high, double target, double red, KpiDirection direction, string expected) =>
        Assert.Equal(expected, TrafficLights.Of(low, high, target, red, direction).ToString());

    [Fact]
    public void Without_a_target_nothing_is_in_target() =>
        Assert.Equal(TrafficLight.NoTarget, TrafficLights.Of(0.99, 1, null, 0.5, KpiDirection.HigherIsBetter));

    [Fact]
    public void Without_a_red_line_nothing_is_beyond_it() =>
        Assert.Equal(TrafficLight.OffTarget, TrafficLights.Of(0.01, 0.02, 0.5, null, KpiDirection.HigherIsBetter));

    [Fact]
    public void A_value_without_interval_is_never_green()
    {
        var estimate = SampleKpis.Share("goal_completion", "B", 99, 100, 0, 1, 0) with { Low = null, High = null };
        Assert.Equal(TrafficLight.NoInterval, TrafficLights.Of(SampleKpis.Definitions[0], estimate, mayClaimTarget: true));
    }

    [Fact]
    public void A_missing_estimate_has_no_light() =>
        Assert.Equal(TrafficLight.NoValue, TrafficLights.Of(SampleKpis.Definitions[0], null, mayClaimTarget: true));

    [Fact]
    public void A_judge_by_rules_is_never_green_on_adherence()
    {
        var report = SampleReports.TwoVersions();
        var corrected = SampleKpis.Share("content_adherence", "B", 97, 100, 0.93, 0.99, 0) with { Raw = 0.98, JudgeHash = SampleKpis.RulesHash };
        var reading = new ReportReading(report with
        {
            Estimates = [corrected],
            Licences = [report.Licences[0] with { State = LicenceState.Licensed }],
        });
        Assert.Equal(TrafficLight.InTargetUnclaimed, reading.Kpis[1].Light);
    }

    [Fact]
    public void A_judge_that_nobody_names_is_never_green_on_adherence()
    {
        var corrected = SampleKpis.Share("content_adherence", "B", 97, 100, 0.93, 0.99, 0) with { Raw = 0.98, JudgeHash = "unheard-of" };
        var reading = new ReportReading(SampleReports.TwoVersions() with { Estimates = [corrected], Licences = [], Ledger = [] });
        Assert.Equal(TrafficLight.InTargetUnclaimed, reading.Kpis[1].Light);
    }

    [Fact]
    public void A_licensed_language_model_may_be_green_on_adherence()
    {
        var report = SampleReports.TwoVersions();
        var corrected = SampleKpis.Share("content_adherence", "B", 97, 100, 0.93, 0.99, 0) with { Raw = 0.98, JudgeHash = "h1" };
        var licence = report.Licences[0] with { State = LicenceState.Licensed, JudgeHash = "h1", Judge = "llm/adherence" };
        Assert.Equal(TrafficLight.InTarget, new ReportReading(report with { Estimates = [corrected], Licences = [licence] }).Kpis[1].Light);
    }

    [Fact]
    public void A_language_model_whose_licence_was_revoked_for_the_version_is_never_green()
    {
        var report = SampleReports.TwoVersions();
        var corrected = SampleKpis.Share("content_adherence", "B", 97, 100, 0.93, 0.99, 0) with { Raw = 0.98, JudgeHash = "h1" };
        var pooled = report.Licences[0] with { State = LicenceState.Licensed, JudgeHash = "h1", Judge = "llm/adherence" };
        var own = pooled with { State = LicenceState.Revoked, BotVersion = "B" };
        Assert.Equal(TrafficLight.InTargetUnclaimed, new ReportReading(report with { Estimates = [corrected], Licences = [pooled, own] }).Kpis[1].Light);
    }

    [Theory]
    [InlineData("ppi++_half_count")]
    [InlineData("ppi++_weighted")]
    [InlineData("review_poststratified")]
    public void Random_reviews_may_be_green_without_a_licence(string method)
    {
        var report = SampleReports.TwoVersions();
        var reviewed = SampleKpis.Share("content_adherence", "B", 97, 100, 0.93, 0.99, 0) with { Raw = 0.98, JudgeHash = "h1", Method = method };
        var own = report.Licences[0] with { State = LicenceState.Candidate, JudgeHash = "h1", Judge = "llm/adherence", BotVersion = "B" };
        Assert.Equal(TrafficLight.InTarget, new ReportReading(report with { Estimates = [reviewed], Licences = [own] }).Kpis[1].Light);
    }
}
