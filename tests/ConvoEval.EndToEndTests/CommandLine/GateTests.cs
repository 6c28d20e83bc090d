using System;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

/// <summary><c>compare --gate</c> on workspaces whose answer is known: the goal is an event in the log, so nothing but chance is between.</summary>
public sealed class GateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Version_that_is_surely_no_worse_ships_with_exit_code_0()
    {
        await RunAsync(tasks: 300, older: 240, newer: 240);
        var result = await GateAsync(0);
        Assert.Contains("gate: ship", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_that_is_surely_worse_is_exit_code_1_unless_somebody_answers_for_it()
    {
        await RunAsync(tasks: 300, older: 240, newer: 120);
        Assert.Contains("gate: do not ship", (await GateAsync(1)).Output, StringComparison.Ordinal);

        WriteOverride("2999-12-31");
        var overridden = await GateAsync(0);
        Assert.Contains("overridden: goal_completion by Ada until 2999-12-31: migration weekend", overridden.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse((await GateAsync(0, "--json")).Output);
        Assert.True(document.RootElement.GetProperty("gate").GetProperty("isOverridden").GetBoolean());

        WriteOverride("2001-01-01");
        var expired = await GateAsync(1);
        Assert.Contains("expired on 2001-01-01", expired.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_conversations_are_exit_code_3()
    {
        await RunAsync(tasks: 12, older: 8, newer: 7);
        Assert.Contains("gate: need more data", (await GateAsync(3)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_or_run_that_is_not_there_is_exit_code_2_and_says_which_are()
    {
        await RunAsync(tasks: 12, older: 8, newer: 7);
        var version = await ConvoEvalProgram.RunAsync(_folder.Path, "compare", "1", "3", "--gate");
        Assert.Equal(2, version.ExitCode);
        Assert.Contains("version: expected one of 1, 2, found '3'", version.Messages, StringComparison.Ordinal);
        var run = await ConvoEvalProgram.RunAsync(_folder.Path, "compare", "1", "2", "--run", "zzz");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("RUN: expected one of ", run.Messages, StringComparison.Ordinal);
        var swapped = await ConvoEvalProgram.RunAsync(_folder.Path, "compare", "2", "1");
        Assert.Equal(2, swapped.ExitCode);
        Assert.Contains("swap the two", swapped.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_before_the_first_run_says_so_and_makes_no_store()
    {
        ReleaseWorkspace.Write(_folder, tasks: 2, older: 1, newer: 1);
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "compare", "1", "2");
        Assert.Equal(4, result.ExitCode);
        Assert.NotEmpty(result.Messages);
        Assert.False(Directory.Exists(_folder.Inside(".convoeval")));
    }

    [Fact]
    public async Task Critical_statement_in_a_conversation_without_a_time_stops_a_release_all_the_same()
    {
        Directory.CreateSymbolicLink(_folder.Inside("models"), Repository.PathOf("models"));
        Directory.CreateSymbolicLink(_folder.Inside("golden-sets"), Repository.PathOf("golden-sets"));
        var sample = Repository.PathOf("samples/harbor-bank");
        foreach (var name in new[] { "convoeval.yaml", "goals.yaml", "judges.yaml", "kpis.yaml" })
            _folder.Write(Path.Combine("samples", "bank", name), await File.ReadAllTextAsync(Path.Combine(sample, name), TestContext.Current.CancellationToken));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(sample, "transcripts")))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            _folder.Write(Path.Combine("samples", "bank", "transcripts", Path.GetFileName(file)), Regex.Replace(text, ",\"(at|startedAt|endedAt)\":\"[^\"]*\"", ""));
        }

        var workspace = _folder.Inside("samples", "bank");
        var run = await ConvoEvalProgram.RunAsync(workspace, "run", "--quiet");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("B made 3 critical forbidden statements", run.Output, StringComparison.Ordinal);
        var gate = await ConvoEvalProgram.RunAsync(workspace, "compare", "A", "B", "--gate");
        Assert.Contains("B made 3 critical forbidden statements", gate.Output, StringComparison.Ordinal);
        Assert.Equal(1, gate.ExitCode);
    }

    private async Task RunAsync(int tasks, int older, int newer)
    {
        ReleaseWorkspace.Write(_folder, tasks, older, newer);
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private async Task<ProcessResult> GateAsync(int expected, params string[] more)
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, ["compare", "1", "2", "--gate", .. more]);
        Assert.True(result.ExitCode == expected, result.ToString());
        return result;
    }

    private void WriteOverride(string expires) => _folder.Write("gate-overrides.yaml", $"""
        overrides:
          - subject: goal_completion
            version: "2"
            author: Ada
            reason: migration weekend
            expires: {expires}
        """);
}
