using System;
using System.Linq;
using System.Text.RegularExpressions;
using ConvoEval.Reporting.Html;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Html;

public sealed class HtmlSafetyTests
{
    [Fact]
    public void Hostile_text_stays_text()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(HostileReport.Make()));
        Assert.Single(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
        Assert.Empty(page.Descendants("b"));
        Assert.DoesNotContain(page.Descendants().SelectMany(element => element.Attributes()),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Hostile_text_is_shown_whole()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(HostileReport.With(HostileReport.Script)));
        Assert.Contains(page.Descendants("strong"), element => element.Value == HostileReport.Script);
    }

    [Fact]
    public void Hidden_characters_are_never_in_the_page()
    {
        var page = HtmlReportWriter.Compose(HostileReport.Make());
        Assert.DoesNotMatch(new Regex("[\u0000-\u0008\u000B-\u001F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE]"), page);
        Assert.Contains("safe⟨U+202E⟩exe.txt", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_needs_nothing_from_elsewhere()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.TwoVersions()));
        Assert.Empty(page.Descendants("link"));
        Assert.DoesNotContain(page.Descendants().SelectMany(element => element.Attributes()), attribute => attribute.Name == "src");
        Assert.All(page.Descendants("a"), link => Assert.StartsWith("#", (string?)link.Attribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", PageResource.Style.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", PageResource.Style.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Security_policy_allows_nothing_but_the_products_own_style_and_script()
    {
        var page = PageXml.Parse(HtmlReportWriter.Compose(SampleReports.Empty()));
        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.Equal(
            $"default-src 'none'; style-src {PageResource.Style.SecurityHash}; script-src {PageResource.Script.SecurityHash}; base-uri 'none'; form-action 'none'",
            (string?)policy.Attribute("content"));
        Assert.DoesNotContain(page.Descendants().SelectMany(element => element.Attributes()), attribute => attribute.Name == "style");
    }

    [Fact]
    public void An_element_cannot_be_closed_by_another() =>
        Assert.Throws<InvalidOperationException>(() => new HtmlBuilder().Open("p").Close("div"));

    [Fact]
    public void A_page_cannot_end_with_an_open_element() =>
        Assert.Throws<InvalidOperationException>(() => new HtmlBuilder().Open("p").Finish());
}
