using System;
using System.IO;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.CommandLine;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mistakes_of_all_files_are_reported_at_once_with_file_line_expected_and_found()
    {
        _folder.Write("transcripts/a.jsonl", "");
        _folder.Write("convoeval.yaml", """
            name: broken
            colour: green
            sources:
              - name: web
                format: xml
                path: transcripts/*.jsonl
            goals: goals.yaml
            judges: judges.yaml
            kpis: kpis.yaml
            run:
              batchSize: 2.5
              confidence: 2
            """);
        _folder.Write("goals.yaml", """
            goals:
              - id: done
                reachedBy:
                  - tool: block_card
                    colour: red
              - id: done
                definition: Twice.
            """);
        _folder.Write("judges.yaml", "judges:\n  - id: rules/tarot\n");
        _folder.Write("kpis.yaml", "kpis:\n  happiness: {margin: 1}\n  fallback: {margin: 7, pinned: maybe}\n");
        _folder.Write("gate-overrides.yaml", "overrides:\n  - subject: fallback\n    expires: tomorrow\n");
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        foreach (var expected in new[]
        {
            "convoeval.yaml:2: colour: expected one of ",
            "convoeval.yaml:5: sources[0].format: expected one of convoeval, openai, tau2, auto, found 'xml'",
            "convoeval.yaml:11: run.batchSize: expected a whole number from 1 to 10000, found '2.5'",
            "convoeval.yaml:12: run.confidence: expected a number from 0.5 to 0.999, found '2'",
            "goals.yaml:2: goals[0].definition: expected a text, found nothing: the key is missing",
            "goals.yaml:5: goals[0].reachedBy[0].colour: expected one of ",
            "goals.yaml:6: goals[1].id: expected an id that no other goal has, found 'done' twice",
            "goals[1].reachedBy: expected at least one of event, tool, intent, phrase, expectedActions",
            "judges.yaml:2: judges[0].id: expected one of rules/content-adherence",
            "kpis.yaml:2: kpis.happiness: expected one of ",
            "kpis.yaml:3: kpis.fallback.margin: expected a number from 0 to 1, found '7'",
            "kpis.yaml:3: kpis.fallback.pinned: expected true or false, found 'maybe'",
            "gate-overrides.yaml:3: overrides[0].expires: expected a day as yyyy-mm-dd, found 'tomorrow'",
            "gate-overrides.yaml:2: overrides[0].author: expected a text",
        })
            Assert.Contains(expected, result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_yaml_is_reported_with_its_line()
    {
        _folder.Write("convoeval.yaml", "name: x\n  y: [1\n");
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(2, result.ExitCode);
        Assert.Matches(@"convoeval\.yaml:\d+: \(file\): expected valid YAML", result.Messages);
    }

    [Fact]
    public async Task Folder_without_a_workspace_says_how_to_get_one()
    {
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run", "--workspace", ".");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("convoeval init", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_model_is_exit_code_4_and_names_the_folders_it_was_sought_in()
    {
        NightWorkspace.Write(_folder, conversations: 4, isGolden: false);
        AddLine("convoeval.yaml", "models: {intents: no-such-model}", replacing: "models:");
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("none for 'no-such-model'", result.Messages, StringComparison.Ordinal);
        Assert.Contains(_folder.Inside("models", "no-such-model"), result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_environment_variable_of_a_source_is_named()
    {
        ReleaseWorkspace.Write(_folder, tasks: 2, older: 1, newer: 1);
        AddLine("convoeval.yaml", "sources: [{name: web, path: \"${CONVOEVAL_NO_SUCH}/x.jsonl\"}]", replacing: "sources:");
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("expected the environment variable CONVOEVAL_NO_SUCH to be set", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_transcripts_is_named()
    {
        ReleaseWorkspace.Write(_folder, tasks: 2, older: 1, newer: 1);
        Directory.Delete(_folder.Inside("transcripts"), recursive: true);
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "run");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("expected at least one file, found none matches 'transcripts/*.jsonl'", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_a_workspace_that_runs_and_overwrites_nothing()
    {
        var first = await ConvoEvalProgram.RunAsync(_folder.Path, "init", "bot");
        Assert.Equal(0, first.ExitCode);
        var run = await ConvoEvalProgram.RunAsync(_folder.Path, "run", "--workspace", "bot");
        Assert.True(run.ExitCode == 0, run.ToString());
        await File.AppendAllTextAsync(_folder.Inside("bot", "goals.yaml"), "# mine\n", TestContext.Current.CancellationToken);
        var second = await ConvoEvalProgram.RunAsync(_folder.Path, "init", "bot");
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("goals.yaml: expected no file, found one", second.Messages, StringComparison.Ordinal);
        Assert.EndsWith("# mine\n", await File.ReadAllTextAsync(_folder.Inside("bot", "goals.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Takes a top-level key with its block out of a file, and adds a line in its place.</summary>
    private void AddLine(string file, string line, string replacing)
    {
        var kept = new System.Text.StringBuilder();
        var isInside = false;
        foreach (var one in File.ReadAllLines(_folder.Inside(file)))
        {
            isInside = one.StartsWith(replacing, StringComparison.Ordinal) || (isInside && one.StartsWith(' '));
            if (!isInside)
                kept.Append(one).Append('\n');
        }

        _folder.Write(file, kept.Append(line).Append('\n').ToString());
    }
}
