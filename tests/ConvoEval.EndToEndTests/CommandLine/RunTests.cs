using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Faults;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Storage;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Second_run_says_that_the_first_is_finished_and_a_changed_workspace_says_what_changed()
    {
        ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);
        Assert.Contains(": new", (await RunAsync(0)).Messages, StringComparison.Ordinal);
        Assert.Contains("finished already with the same plan", (await RunAsync(0)).Messages, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_folder.Inside("eval-reports")));

        Assert.Contains(": new", (await RunAsync(0, "--fresh")).Messages, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(_folder.Inside("eval-reports")).Length);

        _folder.Write("kpis.yaml", "kpis: {goal_completion: {pinned: true, margin: 0.2, owner: QA}}\n");
        var changed = await RunAsync(0);
        Assert.Contains("the plan differs from that of the latest run:", changed.Messages, StringComparison.Ordinal);
        Assert.Contains("kpis[goal_completion].margin was '0.1', is '0.2'", changed.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"botVersion\":\"2\",", "\"botVersion\":\"2\",\"tags\":{\"test\":true},", 0, "6 conversations counted, versions 1,")]
    [InlineData("\"userKey\"", "\"tags\":{\"test\":true},\"userKey\"", 4, "0 conversations counted, no version known")]
    [InlineData("\"botVersion\":\"2\",", "", 0, "12 conversations counted, versions 1,")]
    [InlineData("{\"id\":\"v2-", "{\"id\":v2-", 0, "6 conversations counted, versions 1,")]
    [InlineData("\"turns\"", "\"turn\"", 4, "0 conversations counted, no version known")]
    public async Task Conversations_that_do_not_count_show_in_number_and_exit_code(string text, string instead, int exitCode, string line)
    {
        ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);
        foreach (var file in new[] { "transcripts/1.jsonl", "transcripts/2.jsonl" })
            _folder.Write(file, (await File.ReadAllTextAsync(_folder.Inside(file), Token)).Replace(text, instead, StringComparison.Ordinal));
        Assert.Contains(line, (await RunAsync(exitCode)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_of_which_too_little_can_be_read_is_exit_code_4()
    {
        ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);
        _folder.Write("transcripts/3.jsonl", string.Concat(Enumerable.Repeat("{\"id\":\n", 13)));
        Assert.Contains("error: only 48 % of the input could be read", (await RunAsync(4)).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversations_without_a_version_are_a_warning()
    {
        ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);
        const string file = "transcripts/2.jsonl";
        _folder.Write(file, (await File.ReadAllTextAsync(_folder.Inside(file), Token)).Replace("\"botVersion\":\"2\",", "", StringComparison.Ordinal));
        Assert.Contains("6 of 12 conversations name no bot version", (await RunAsync(0)).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fresh_run_over_the_same_plan_gives_the_same_numbers()
    {
        NightWorkspace.Write(_folder, isGolden: false);
        await RunAsync(0);
        var first = ConvoEvalProgram.ReportOf(_folder.Path);
        var before = await File.ReadAllTextAsync(Path.Combine(first, "kpis.csv"), Token);
        await RunAsync(0, "--fresh");
        var second = Directory.GetDirectories(_folder.Inside("eval-reports")).Single(report => report != first);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(second, "kpis.csv"), Token));
    }

    [Fact]
    public async Task Number_of_batches_in_the_works_shows_in_no_byte()
    {
        NightWorkspace.Write(_folder, isGolden: false);
        using var other = new TemporaryFolder();
        other.CopyFrom(_folder.Path);
        var yaml = await File.ReadAllTextAsync(other.Inside("convoeval.yaml"), Token);
        other.Write("convoeval.yaml", yaml.Replace("parallelism: 1", "parallelism: 7", StringComparison.Ordinal));
        await RunAsync(0);
        Assert.Equal(0, (await ConvoEvalProgram.RunAsync(other.Path, "run")).ExitCode);
        ConvoEvalProgram.AssertSameBytes(ConvoEvalProgram.ReportOf(_folder.Path), ConvoEvalProgram.ReportOf(other.Path));
    }

    [Fact]
    public async Task Interrupted_run_is_exit_code_130_and_goes_on_to_the_report_of_an_undisturbed_one()
    {
        NightWorkspace.Write(_folder, conversations: 1200, isGolden: false);
        using var other = new TemporaryFolder();
        other.CopyFrom(_folder.Path);
        var log = new FaultLog(_folder.Inside("faults.log"));
        var setting = new ProcessSetting
        {
            Folder = _folder.Path,
            Environment = new Dictionary<string, string?> { ["CONVOEVAL_FAULT_LOG"] = log.Path },
        };
        using (var running = ConvoEvalProgram.Executable.Start(["run"], setting))
        {
            while (!running.HasEnded && log.Count(StoreFaultPoints.BatchAfterCommit) < 3)
                await Task.Delay(5, Token);
            await running.InterruptAsync(Token);
            var interrupted = await running.EndAsync(Token);
            Assert.True(interrupted.ExitCode == 130, interrupted.ToString());
            Assert.Contains("interrupted; the same command goes on", interrupted.Messages, StringComparison.Ordinal);
            Assert.Empty(interrupted.Output);
        }

        Assert.Contains("goes on behind batch ", (await RunAsync(0)).Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await ConvoEvalProgram.RunAsync(other.Path, "run")).ExitCode);
        ConvoEvalProgram.AssertSameBytes(ConvoEvalProgram.ReportOf(other.Path), ConvoEvalProgram.ReportOf(_folder.Path));
    }

    [Fact]
    public async Task Since_leaves_out_what_started_before_that_day()
    {
        NightWorkspace.Write(_folder, isGolden: false);
        var all = await RunAsync(0);
        var late = await RunAsync(0, "--since", "2026-03-06");
        Assert.Contains("conversations counted, versions A, B", all.Output, StringComparison.Ordinal);
        // Conversation n starts 3 n hours after 2 March, 9:00; the 29th is the first on 6 March.
        Assert.Contains("versions A, B", late.Output, StringComparison.Ordinal);
        Assert.True(Conversations(late) < Conversations(all), late.ToString());
        Assert.Contains("options.since is new: '2026-03-06'", late.Messages, StringComparison.Ordinal);
        var wrong = await RunAsync(2, "--since", "06.03.2026");
        Assert.Contains("--since: expected a day as yyyy-mm-dd, found '06.03.2026'", wrong.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_of_a_run_without_unscored_verdicts_changes_nothing()
    {
        ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);
        await RunAsync(0);
        var before = ConvoEvalProgram.FilesOf(ConvoEvalProgram.ReportOf(_folder.Path));
        await RunAsync(0, "--retry", "unscored");
        Assert.Equal(before, ConvoEvalProgram.FilesOf(ConvoEvalProgram.ReportOf(_folder.Path)));
        await RunAsync(0, "--retry", "unscored:transport");
        Assert.Contains("--retry: expected unscored or unscored:REASON with one of ", (await RunAsync(2, "--retry", "all")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_could_read_no_conversation_is_exit_code_4()
    {
        ReleaseWorkspace.Write(_folder, tasks: 2, older: 1, newer: 1);
        Directory.Delete(_folder.Inside("transcripts"), recursive: true);
        _folder.Write("transcripts/broken.jsonl", "{\"id\":\n{]\n\n");
        var result = await RunAsync(4);
        Assert.Contains("no conversation could be evaluated", result.Messages, StringComparison.Ordinal);
        var summary = await File.ReadAllTextAsync(Path.Combine(ConvoEvalProgram.ReportOf(_folder.Path), "summary.json"), Token);
        Assert.DoesNotContain("better", summary, StringComparison.Ordinal);
    }

    private static int Conversations(ProcessResult result) =>
        int.Parse(result.Output.AsSpan(0, result.Output.IndexOf(' ', StringComparison.Ordinal)), provider: null);

    private async Task<ProcessResult> RunAsync(int expected, params string[] more)
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, ["run", .. more]);
        Assert.True(result.ExitCode == expected, result.ToString());
        return result;
    }
}
