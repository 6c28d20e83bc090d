using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Markdown;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Markdown;

public sealed class MarkdownReportWriterTests
{
    [Fact]
    public void Text_of_two_versions_is_the_approved_one() => Approve("report", SampleReports.TwoVersions());

    [Fact]
    public void Text_of_seven_versions_is_the_approved_one() => Approve("report-seven-versions", SampleReports.SevenVersions());

    [Fact]
    public void Text_without_conversations_is_the_approved_one() => Approve("report-empty", SampleReports.Empty());

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`code`", "\\`code\\`")]
    [InlineData("<b>", "\\<b\\>")]
    [InlineData("![i](http://evil.example)", "!\\[i\\](http\\://evil.example)")]
    [InlineData("line\n# heading", "line \\# heading")]
    [InlineData("a\u202Eb", "a⟨U+202E⟩b")]
    public void Text_can_only_be_text(string text, string expected) => Assert.Equal(expected, MarkdownBuilder.Escape(text));

    [Theory]
    [InlineData("- item", "\\- item\n")]
    [InlineData("1. item", "1\\. item\n")]
    [InlineData("118 pairs", "118 pairs\n")]
    public void A_paragraph_never_begins_a_list(string text, string expected) => Assert.Equal(expected, new MarkdownBuilder().Paragraph(text).Finish());

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head()
    {
        var width = 0;
        foreach (var line in MarkdownReportWriter.Compose(HostileReport.Make()).Split('\n'))
        {
            var bars = line.Where((letter, index) => letter == '|' && (index == 0 || line[index - 1] != '\\')).Count();
            if (!line.StartsWith('|'))
                width = 0;
            else if (width == 0)
                width = bars;
            else
                Assert.Equal(width, bars);
        }
    }

    private static void Approve(string name, EvaluationReport report) => Approved.Verify(name + ".md", MarkdownReportWriter.Compose(report));
}
