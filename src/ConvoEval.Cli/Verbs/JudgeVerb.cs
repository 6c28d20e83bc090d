using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Lines;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Files;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Lines;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>judge</c>: the judge of responses by hand.</summary>
internal static class JudgeVerb
{
    private const string Default = "rules/content-adherence";

    public static Command Create(TerminalOutput output)
    {
        var judge = new Option<string>("--judge", "-j") { Description = $"Name of the judge. Default: {Default}.", DefaultValueFactory = _ => Default, HelpName = "JUDGE" };
        judge.AcceptOnlyFromAmong(Default);
        var workspace = CommonOptions.Workspace();
        var file = CommonOptions.InputFile();
        var command = new Command(
            "judge",
            "Judge responses against golden answers. In: lines {id, question, answer, golden:[…], required:[…], forbidden:[…], context}. "
            + "Out: lines {id, outcome, grade, probability, reason, explanation, evidence:[{turn, start, end, quote}]}. A line without golden texts is matched with the golden set of the workspace.")
        {
            file, judge, workspace,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => JudgeAsync(output, parse.GetRequiredValue(judge), parse.GetValue(workspace), parse.GetValue(file), token), cancellation));
        return command;
    }

    private static async Task<int> JudgeAsync(TerminalOutput output, string judge, string? workspace, string? file, CancellationToken cancellationToken)
    {
        var runner = new JudgeLineRunner([new ContentAdherenceJudge(await GoldenSetAsync(workspace, cancellationToken))]);
        var reader = new TextLineReader(file, output);
        var writer = new JsonLineWriter(output.Results);
        await foreach (var (number, json) in reader.ReadObjectsAsync(cancellationToken))
        {
            var (line, fault) = JudgeLineReader.Read(json);
            if (line is null)
            {
                reader.Reject(number, fault ?? "the line cannot be judged");
                continue;
            }

            var verdict = await runner.JudgeAsync(judge, line, cancellationToken);
            writer.Write(fields =>
            {
                JsonLineWriter.WriteId(fields, TextLineReader.Id(json, number));
                JudgeLineWriter.Write(fields, verdict);
            });
        }

        reader.Close();
        return ExitCode.Fine;
    }

    /// <summary>The golden set of the workspace around; without one, an empty set: the lines bring their own golden texts.</summary>
    private static async Task<GoldenSet> GoldenSetAsync(string? given, CancellationToken cancellationToken)
    {
        var current = Directory.GetCurrentDirectory();
        if (given is not null || WorkspaceFinder.Exists(current))
        {
            var options = WorkspaceReader.Read(WorkspaceFinder.Find(given, current)).Options;
            if (options.GoldenSetPath is { } path)
                return (await GoldenSetReader.ReadAsync(path, cancellationToken)).Required();
        }

        return new GoldenSet { Name = "none", Version = "0", Digest = "", Annotator = "authored", Licence = "none", Items = [], Verdicts = [] };
    }
}
