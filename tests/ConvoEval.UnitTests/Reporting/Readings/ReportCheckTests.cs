using System;
using ConvoEval.Reporting.Html;
using ConvoEval.Reporting.Readings;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Readings;

public sealed class ReportCheckTests
{
    [Fact]
    public void A_number_that_is_none_is_refused_with_its_place()
    {
        var report = SampleReports.TwoVersions();
        var broken = report with { Estimates = [report.Estimates[0] with { Value = double.NaN }] };
        var problem = Assert.Throws<ArgumentException>(() => HtmlReportWriter.Compose(broken));
        Assert.Contains("estimate of goal_completion, version A, segment (all): expected a finite number or none, found NaN", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_in_the_wrong_order_are_refused()
    {
        var report = SampleReports.TwoVersions();
        var broken = report with { Comparisons = [report.Comparisons[0] with { Low = 0.3, High = 0.1 }] };
        Assert.Contains("0.3 > 0.1", Assert.Throws<ArgumentException>(() => ReportCheck.ThrowIfBroken(broken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var report = SampleReports.TwoVersions();
        var broken = report with { Estimates = [report.Estimates[0], report.Estimates[0] with { Low = double.PositiveInfinity }] };
        var message = Assert.Throws<ArgumentException>(() => ReportCheck.ThrowIfBroken(broken)).Message;
        Assert.Contains("expected one, found 2", message, StringComparison.Ordinal);
        Assert.Contains("found Infinity", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_report_passes() => ReportCheck.ThrowIfBroken(SampleReports.SevenVersions());
}
