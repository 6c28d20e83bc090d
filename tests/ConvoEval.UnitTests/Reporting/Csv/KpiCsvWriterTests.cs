using System;
using System.Linq;
using ConvoEval.Reporting.Csv;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Csv;

public sealed class KpiCsvWriterTests
{
    [Fact]
    public void Table_of_two_versions_is_the_approved_one() => Approved.Verify("kpis.csv", KpiCsvWriter.Compose(SampleReports.TwoVersions()));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public void A_text_that_looks_like_a_formula_gets_an_apostrophe(string text)
    {
        var report = SampleReports.TwoVersions();
        var csv = KpiCsvWriter.Compose(report with { Estimates = [report.Estimates[0] with { Segment = text }] });
        Assert.Contains("'", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("," + text, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"" + text, csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_number_is_a_number()
    {
        var report = SampleReports.TwoVersions();
        var csv = KpiCsvWriter.Compose(report with { Estimates = [report.Estimates[0] with { Value = -0.5, Low = -1, High = 0 }] });
        Assert.Contains(",share,-0.5,-1,0,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_stay_in_their_field()
    {
        var report = SampleReports.TwoVersions();
        var csv = KpiCsvWriter.Compose(report with { Estimates = [report.Estimates[0] with { Segment = "a,\"b\"\nc" }] });
        Assert.Contains(",\"a,\"\"b\"\"\nc\",", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_estimates_only_the_head_remains() => Assert.Equal(1, KpiCsvWriter.Compose(SampleReports.Empty()).Count(letter => letter == '\n'));
}
