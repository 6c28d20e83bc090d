using System;
using System.Text.Json;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

public sealed class JsonOutputTests(JsonOutputTests.FinishedNight night) : IClassFixture<JsonOutputTests.FinishedNight>
{
    [Theory]
    [InlineData("run --json")]
    [InlineData("run --json --fresh")]
    [InlineData("report --json")]
    [InlineData("compare A B --json")]
    [InlineData("compare A B --gate --json")]
    [InlineData("kpis list --json")]
    public async Task Standard_output_is_one_document_and_nothing_else(string line)
    {
        var result = await ConvoEvalProgram.RunAsync(night.Path, line.Split(' '));
        Assert.True(result.Output.Length > 0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        Assert.EndsWith("\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output + result.Messages);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("report")]
    [InlineData("compare A B --gate")]
    [InlineData("kpis list")]
    [InlineData("kpis audit")]
    public async Task Piped_text_has_no_colour_codes_and_no_redrawn_lines(string line)
    {
        var result = await ConvoEvalProgram.RunAsync(night.Path, line.Split(' '));
        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain('\u001b', result.Output + result.Messages);
        Assert.DoesNotContain('\r', result.Output + result.Messages);
    }

    [Fact]
    public async Task Line_of_a_station_that_cannot_be_used_is_named_on_standard_error_and_passed_over()
    {
        const string lines = "{\"id\":1,\"text\":\"mail jo@example.com\"}\nnot json\n{\"id\":\"b\",\"text\":\"nothing private\"}\n";
        var result = await ConvoEvalProgram.FeedAsync(night.Path, lines, "redact");
        Assert.Equal(0, result.ExitCode);
        var answers = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, answers.Length);
        Assert.DoesNotContain("jo@example.com", result.Output, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(answers[0]);
        Assert.Equal(1, first.RootElement.GetProperty("id").GetInt32());
        using var second = JsonDocument.Parse(answers[1]);
        Assert.Equal("b", second.RootElement.GetProperty("id").GetString());
        Assert.Contains("standard input:2: expected JSON", result.Messages, StringComparison.Ordinal);
        Assert.Contains("1 lines skipped", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escaped_half_of_a_surrogate_pair_is_a_skipped_line_and_no_crash()
    {
        var result = await ConvoEvalProgram.FeedAsync(night.Path, "{\"id\":1,\"text\":\"\\ud800\"}\n{\"id\":2,\"text\":\"\\ud83d\\ude00\"}\n", "redact");
        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("standard input:1: expected Unicode text", result.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviews draw 0 -o sheet.csv", "N: expected a number from 1, found '0'")]
    [InlineData("reviews draw 5 --uniform 0 -o sheet.csv", "--uniform: expected a share above 0 and up to 1, found '0'")]
    [InlineData("reviews draw 5 -o sheet.txt", "--out: expected a name that ends in .csv or .jsonl, found 'sheet.txt'")]
    [InlineData("reviews draw 5", "convoeval reviews draw --help says what can be given")]
    public async Task Draw_that_cannot_be_is_exit_code_2(string line, string message)
    {
        var result = await ConvoEvalProgram.RunAsync(night.Path, line.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_conversations_come_back_as_they_were_written()
    {
        var file = System.IO.Path.Combine(night.Path, "transcripts", "night-1.jsonl");
        var once = await ConvoEvalProgram.RunAsync(night.Path, "import", "convoeval", file, "--source", "web");
        Assert.Equal(0, once.ExitCode);
        var copy = System.IO.Path.Combine(night.Path, "copy.jsonl");
        await System.IO.File.WriteAllTextAsync(copy, once.Output, TestContext.Current.CancellationToken);
        var twice = await ConvoEvalProgram.RunAsync(night.Path, "import", "auto", copy, "--source", "web");
        Assert.Equal(once.Output, twice.Output);
    }

    /// <summary>The small night, run once for all tests that only read.</summary>
    public sealed class FinishedNight : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Path => _folder.Path;

        public async ValueTask InitializeAsync()
        {
            NightWorkspace.Write(_folder, isGolden: false);
            var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
            Assert.True(result.ExitCode == 0, result.ToString());
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
