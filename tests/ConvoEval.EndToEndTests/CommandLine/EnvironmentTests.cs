using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

/// <summary>What the world around the program can do to it: every case is exit code 4 and a message that names the place.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EnvironmentTests() => ReleaseWorkspace.Write(_folder, tasks: 6, older: 4, newer: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Store => _folder.Inside(".convoeval", "store.db");

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(Store))
            File.SetUnixFileMode(Store, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Dispose();
    }

    [Fact]
    public async Task Store_that_is_no_store()
    {
        _folder.Write(".convoeval/store.db", new string('x', 5000));
        await AssertFailsAsync("store.db is no SQLite file");
    }

    [Fact]
    public async Task Store_whose_pages_are_damaged()
    {
        await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        var bytes = await File.ReadAllBytesAsync(Store, Token);
        // All but the header of the file, so that it opens and then breaks.
        Array.Fill(bytes, (byte)0xEE, 100, bytes.Length - 100);
        await File.WriteAllBytesAsync(Store, bytes, Token);
        await AssertFailsAsync("store.db");
    }

    [Fact]
    public async Task Store_that_was_cut_off()
    {
        await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        await using (var stream = File.OpenWrite(Store))
            stream.SetLength(stream.Length / 3);
        await AssertFailsAsync("store.db");
    }

    [Fact]
    public async Task Store_that_may_only_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "permissions do not bind this user");
        await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Store, UnixFileMode.UserRead);
        _folder.Write("goals.yaml", (await File.ReadAllTextAsync(_folder.Inside("goals.yaml"), Token)).Replace("is done", "is all done", StringComparison.Ordinal));
        await AssertFailsAsync("may only be read");
    }

    [Fact]
    public async Task Folder_of_the_store_that_is_a_file()
    {
        _folder.Write(".convoeval", "");
        await AssertFailsAsync(".convoeval");
    }

    [Fact]
    public async Task Folder_of_the_reports_that_is_a_file_and_the_run_is_not_lost()
    {
        _folder.Write("eval-reports", "");
        await AssertFailsAsync("eval-reports");
        File.Delete(_folder.Inside("eval-reports"));
        var again = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("finished already", again.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_named_on_the_command_line_that_is_not_there()
    {
        var result = await ConvoEvalProgram.FeedAsync(_folder.Path, "", "classify", "--model", "no-such-model");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains(_folder.Inside("models", "no-such-model"), result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_file_that_is_not_there()
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "redact", "no-such-file.jsonl");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("no-such-file.jsonl", result.Messages, StringComparison.Ordinal);
    }

    private async Task AssertFailsAsync(string message)
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Contains("error: ", result.Messages, StringComparison.Ordinal);
        Assert.Contains(message, result.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Messages, StringComparison.Ordinal);
    }
}
