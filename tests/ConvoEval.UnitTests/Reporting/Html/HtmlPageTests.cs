using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Html;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Html;

public sealed class HtmlPageTests
{
    [Fact]
    public void Page_of_two_versions_is_the_approved_one() => Approve("two-versions", SampleReports.TwoVersions());

    [Fact]
    public void Page_of_seven_versions_is_the_approved_one() => Approve("seven-versions", SampleReports.SevenVersions());

    [Fact]
    public void Page_without_conversations_is_the_approved_one() => Approve("empty", SampleReports.Empty());

    private static void Approve(string name, EvaluationReport report) =>
        Approved.Verify(name + ".html", HtmlReportWriter.Compose(report));
}
