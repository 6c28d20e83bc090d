using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Samples;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Pages;

/// <summary>The page of the sample in a browser, opened from the disk as people get it by mail.</summary>
[Collection(SampleCollection.Name)]
public sealed partial class ReportPageTests(HarborBankRun sample)
{
    /// <summary>A page that shows the report as wide as the narrowest telephone in use, and says what it sees of it.</summary>
    private const string Probe = """
        <!doctype html><title>probe</title>
        <iframe id="page" style="width:390px;height:844px;border:0" src="report.html"></iframe><pre id="seen"></pre>
        <script>
        document.getElementById('page').onload = event => {
          const view = event.target.contentWindow, page = view.document;
          const skip = page.querySelector('a');
          const target = skip && page.querySelector(skip.getAttribute('href'));
          document.getElementById('seen').textContent = JSON.stringify({
            width: view.innerWidth,
            scrollWidth: page.documentElement.scrollWidth,
            requests: view.performance.getEntriesByType('resource').map(entry => entry.name),
            landmarks: ['header', 'nav', 'main', 'footer'].filter(name => page.querySelectorAll(name).length === 1),
            language: page.documentElement.lang,
            title: page.title,
            headings: page.querySelectorAll('h1').length,
            skipTarget: target ? target.tagName : null,
            unnamedButtons: [...page.querySelectorAll('button')].filter(one => !one.textContent.trim() && !one.getAttribute('aria-label')).length,
            images: page.querySelectorAll('img').length,
          });
        };
        </script>
        """;

    [Fact]
    public async Task Report_fits_a_telephone_asks_for_nothing_and_can_be_walked_by_keyboard()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(sample.Report, "report.html"), folder.Inside("report.html"));
        var result = await Browser.OpenAsync(folder.Write("probe.html", Probe));
        Assert.Equal(0, result.ExitCode);
        var seen = SeenText().Match(result.Output);
        Assert.True(seen.Success, "the probe saw nothing: " + result.Messages);
        using var document = JsonDocument.Parse(WebUtility.HtmlDecode(seen.Groups[1].Value));
        var page = document.RootElement;
        Assert.Equal(390, page.GetProperty("width").GetInt32());
        Assert.InRange(page.GetProperty("scrollWidth").GetInt32(), 1, 390);
        Assert.Empty(page.GetProperty("requests").EnumerateArray());
        Assert.Equal(["header", "nav", "main", "footer"], page.GetProperty("landmarks").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("en", page.GetProperty("language").GetString());
        Assert.NotEqual("", page.GetProperty("title").GetString());
        Assert.Equal(1, page.GetProperty("headings").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, page.GetProperty("skipTarget").ValueKind);
        Assert.Equal(0, page.GetProperty("unnamedButtons").GetInt32());
    }

    [Fact]
    public async Task Report_leaves_the_console_silent()
    {
        var result = await Browser.OpenAsync(Path.Combine(sample.Report, "report.html"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("<main", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CONSOLE", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_of_the_browser_is_heard()
    {
        using var folder = new TemporaryFolder();
        var result = await Browser.OpenAsync(folder.Write("loud.html", "<!doctype html><script>console.error('heard')</script>"));
        Assert.Contains("CONSOLE", result.Messages, StringComparison.Ordinal);
    }

    [GeneratedRegex("<pre id=\"seen\">([^<]+)</pre>")]
    private static partial Regex SeenText();
}
