using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.JUnit;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.JUnit;

public sealed class JUnitReportWriterTests
{
    [Fact]
    public void Test_cases_of_two_versions_are_the_approved_ones() => Approved.Verify("junit.xml", JUnitReportWriter.Compose(SampleReports.TwoVersions()));

    [Fact]
    public void A_worse_KPI_is_a_failure() => Assert.NotNull(Case(Worse(), "kpi.containment").Element("failure"));

    [Fact]
    public void An_overridden_failure_is_skipped_with_who_and_why()
    {
        var worse = Worse();
        var given = new GateOverride { Subject = "containment", BotVersion = "B", Author = "J. Byrne", Reason = "known", Expires = new DateOnly(2026, 3, 31) };
        var one = Case(worse with { Gate = worse.Gate is null ? null : worse.Gate with { Overrides = [given], IsOverridden = true } }, "kpi.containment");
        Assert.Null(one.Element("failure"));
        Assert.Contains("Overridden by J. Byrne until 2026-03-31: known.", (string?)one.Element("skipped")?.Attribute("message"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_data_cannot_tell_is_skipped() => Assert.NotNull(Case(SampleReports.TwoVersions(), "kpi.fallback").Element("skipped"));

    [Fact]
    public void A_critical_statement_of_the_older_version_does_not_fail()
    {
        var report = SampleReports.TwoVersions();
        Assert.Empty(Case(report with { CriticalStatements = [report.CriticalStatements[1]] }, "critical_statements").Elements());
    }

    [Fact]
    public void Silence_is_never_a_pass()
    {
        var cases = Cases(SampleReports.Empty());
        Assert.Equal(7, cases.Count);
        Assert.All(cases, one => Assert.NotNull(one.Element("skipped")));
    }

    [Fact]
    public void Counts_are_those_of_the_cases()
    {
        var root = XDocument.Parse(JUnitReportWriter.Compose(SampleReports.TwoVersions())).Root;
        Assert.Equal(root?.Descendants("testcase").Count(), (int?)root?.Attribute("tests"));
        Assert.Equal(root?.Descendants("failure").Count(), (int?)root?.Attribute("failures"));
        Assert.Equal(root?.Descendants("skipped").Count(), (int?)root?.Attribute("skipped"));
    }

    [Fact]
    public void Hostile_text_is_well_formed() => Assert.Equal(7, Cases(HostileReport.Make()).Count);

    private static EvaluationReport Worse()
    {
        var report = SampleReports.TwoVersions();
        return report with
        {
            Comparisons =
            [
                .. report.Comparisons.Select(one => one.KpiId == "containment"
                    ? one with { Verdict = ComparisonVerdict.Worse, State = "worse_than_margin", Difference = -0.2, Low = -0.3, High = -0.1 } : one),
            ],
        };
    }

    private static IReadOnlyList<XElement> Cases(EvaluationReport report) => [.. XDocument.Parse(JUnitReportWriter.Compose(report)).Descendants("testcase")];

    private static XElement Case(EvaluationReport report, string id) => Cases(report).Single(one => (string?)one.Attribute("classname") == "convoeval." + id);
}
