using System.Linq;
using System.Xml.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Html;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Html;

public sealed class HtmlAccessTests
{
    public static TheoryData<string> Names => ["two", "seven", "empty", "overridden", "hostile"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_every_reference_has_a_target(string name)
    {
        var page = Page(name);
        var ids = page.Descendants().Attributes("id").Select(attribute => attribute.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.Descendants().Attributes("aria-labelledby"), attribute => Assert.Contains(attribute.Value, ids));
        Assert.All(page.Descendants("a").Attributes("href"), attribute => Assert.Contains(attribute.Value[1..], ids));
        Assert.All(page.Descendants("label").Attributes("for"), attribute => Assert.Contains(attribute.Value, ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_drawing_says_its_numbers_or_is_hidden(string name) =>
        Assert.All(Page(name).Descendants("svg"), drawing =>
            Assert.True((string?)drawing.Attribute("aria-hidden") == "true" || ((string?)drawing.Attribute("aria-label"))?.Any(char.IsAsciiDigit) == true));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_has_a_caption_and_heads_with_a_scope(string name) =>
        Assert.All(Page(name).Descendants("table"), table =>
        {
            Assert.NotEqual("", table.Element("caption")?.Value);
            Assert.All(table.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_has_a_cell_for_every_column(string name) =>
        Assert.All(Page(name).Descendants("table"), table =>
        {
            var columns = table.Element("thead")?.Descendants("th").Count();
            Assert.All(table.Element("tbody")?.Elements("tr") ?? [], row => Assert.Equal(columns, row.Elements().Count()));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_has_one_first_heading_and_its_landmarks(string name)
    {
        var page = Page(name);
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));
        Assert.Single(page.Descendants("header"));
        Assert.Equal("#verdict", (string?)page.Descendants("a").First().Attribute("href"));
        Assert.Equal("verdict", (string?)page.Descendants("section").First().Attribute("id"));
    }

    private static XDocument Page(string name) => PageXml.Parse(HtmlReportWriter.Compose(Report(name)));

    private static EvaluationReport Report(string name) => name switch
    {
        "two" => SampleReports.TwoVersions(),
        "seven" => SampleReports.SevenVersions(),
        "empty" => SampleReports.Empty(),
        "overridden" => SampleReports.Shipping(),
        _ => HostileReport.Make(),
    };
}
