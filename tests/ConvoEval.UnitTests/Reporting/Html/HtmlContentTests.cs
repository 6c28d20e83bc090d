using System;
using System.Linq;
using System.Xml.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Html;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Html;

public sealed class HtmlContentTests
{
    [Fact]
    public void An_interval_wider_than_twenty_points_is_drawn_without_its_point()
    {
        var wide = SampleKpis.Share("goal_completion", "B", 7, 12, 0.32, 0.81, 0);
        var tile = Tile(SampleReports.TwoVersions() with { Estimates = [wide] }, "goal_completion");
        Assert.DoesNotContain(tile.Descendants("circle"), mark => true);
        Assert.Contains("too wide for a point", tile.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("58.3", tile.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unlicensed_judge_gives_a_grey_tile_with_its_reason()
    {
        var tile = Tile(SampleReports.TwoVersions(), "content_adherence");
        Assert.Equal("tile grey", (string?)tile.Attribute("class"));
        Assert.Contains("not contradicted by golden answers (not adherence)", tile.Value, StringComparison.Ordinal);
        Assert.Contains("Judge not licensed: the lower bound of its specificity", tile.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(tile.Descendants().Attributes("class"), style => style.Value.Contains("good", StringComparison.Ordinal));
    }

    [Fact]
    public void Authored_golden_verdicts_are_never_called_human()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.TwoVersions()));
        var licences = Section(page, "judges").Descendants("table").First();
        Assert.Contains("authored", licences.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("human", licences.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_override_is_printed_with_author_reason_and_end()
    {
        var verdict = Section(PageXml.Parse(HtmlReportWriter.Compose(SampleReports.Shipping())), "verdict").Value;
        Assert.Contains("overridden", verdict, StringComparison.Ordinal);
        Assert.Contains("J. Byrne", verdict, StringComparison.Ordinal);
        Assert.Contains("Known gap in loans, fixed next week", verdict, StringComparison.Ordinal);
        Assert.Contains("2026-03-31", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_critical_statement_is_listed()
    {
        var report = SampleReports.TwoVersions();
        var many = Enumerable.Range(0, 25).Select(number => SampleFailures.Critical[0] with { TurnIndex = number }).ToList();
        var page = PageXml.Parse(HtmlReportWriter.Compose(report with { CriticalStatements = many }));
        Assert.Equal(25, page.Descendants("article").Count(article => (string?)article.Attribute("class") == "failure critical"));
    }

    [Fact]
    public void Evidence_is_highlighted_in_the_failed_turn()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.TwoVersions()));
        var failed = page.Descendants("li").First(turn => ((string?)turn.Attribute("class"))?.EndsWith(" failed", StringComparison.Ordinal) == true);
        Assert.Equal("always your own responsibility", failed.Descendants("mark").Single().Value);
        Assert.Contains("failed here", failed.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_the_excerpt_cut_off_stands_below_it()
    {
        var failure = SampleFailures.Critical[0] with { Evidence = [new(3, 900, 906, "beyond")] };
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.TwoVersions() with { CriticalStatements = [failure], Failures = [] }));
        Assert.Equal("beyond", page.Descendants("mark").Single().Value);
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_shown_as_not_accounted_for()
    {
        var report = SampleReports.TwoVersions();
        var outcomes = Section(PageXml.Parse(HtmlReportWriter.Compose(report with { Outcomes = [report.Outcomes[0] with { Eligible = 140 }] })), "outcomes").Value;
        Assert.Contains("Not accounted for", outcomes, StringComparison.Ordinal);
        Assert.Contains("(10)", outcomes, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_conversations_nothing_is_green()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.Empty()));
        Assert.DoesNotContain(page.Descendants().Attributes("class"), style => style.Value.Split(' ').Contains("good"));
        Assert.Contains("unknown", Section(page, "verdict").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_beyond_the_first_hundred_and_twenty_are_counted()
    {
        var report = SampleReports.TwoVersions();
        var groups = Enumerable.Range(0, 150).Select(_ => report.Failures[0]).ToList();
        var page = PageXml.Parse(HtmlReportWriter.Compose(report with { Failures = groups }));
        Assert.Equal(120, page.Descendants("details").Count(part => (string?)part.Attribute("class") == "detail group"));
        Assert.Contains("30 smaller groups", Section(page, "failures").Value.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Seven_versions_stand_side_by_side_and_in_pairs()
    {
        var comparison = Section(PageXml.Parse(HtmlReportWriter.Compose(SampleReports.SevenVersions())), "comparison");
        Assert.Contains(comparison.Descendants("caption"), caption => caption.Value == "KPIs by version, oldest first");
        Assert.Contains("2026.02 against 2026.01", comparison.Value, StringComparison.Ordinal);
    }

    private static XElement Tile(EvaluationReport report, string kpi) => PageXml.Parse(HtmlReportWriter.Compose(report)).Descendants("article")
        .Single(article => (string?)article.Attribute("aria-labelledby") == "kpi-" + kpi);

    private static XElement Section(XDocument page, string id) =>
        page.Descendants("section").Single(section => (string?)section.Attribute("id") == id);
}
