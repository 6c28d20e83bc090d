using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Reports;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Runs;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>run</c>: the nightly batch.</summary>
internal static class RunVerb
{
    public static Command Create(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var json = CommonOptions.Json();
        var fresh = new Option<bool>("--fresh") { Description = "Start a new run although one with the same plan is there." };
        var retry = new Option<string?>("--retry")
        {
            Description = "unscored, or unscored:REASON (transport, budget, too_large, …): judge again only what a finished run left unscored.",
            HelpName = "WHAT",
        };
        var since = new Option<string?>("--since") { Description = "Only conversations that start on or after this UTC day.", HelpName = "YYYY-MM-DD" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress." };
        var command = new Command(
            "run", "Evaluate the transcripts of the workspace and write a report. An interrupted run goes on when its plan is the same.\n\n" + ExitCode.Help)
        {
            workspace, fresh, retry, since, quiet, json,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token =>
            {
                var request = new RunRequest
                {
                    IsFresh = parse.GetValue(fresh),
                    IsRetry = parse.GetValue(retry) is not null,
                    RetryReason = RetryReason(parse.GetValue(retry)),
                };
                return RunAsync(output, parse.GetValue(workspace), Since(parse.GetValue(since)), request, parse.GetValue(quiet), parse.GetValue(json), token);
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        TerminalOutput output, string? given, DateOnly? since, RunRequest request, bool isQuiet, bool asJson, CancellationToken cancellationToken)
    {
        var workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
        if (since is not null)
            workspace = workspace with { Options = workspace.Options with { Since = since } };
        await using var composition = new Composition();
        var parts = await composition.ComposeAsync(workspace, cancellationToken);
        var progress = new ProgressLine(output, isQuiet);
        var result = await new EvaluationRun(parts).ExecuteAsync(
            request with { Progress = progress, OnStart = start => Announce(output, start) }, cancellationToken);
        progress.Close();
        parts.Faults.Pass(FaultPoints.ReportBeforeWrite);
        var folder = await ReportFolder.WriteAsync(workspace, result, cancellationToken);
        parts.Faults.Pass(FaultPoints.ReportAfterWrite);
        RunSummary.Print(output, workspace, result, folder, asJson);
        return RunSummary.ExitCodeOf(workspace, result);
    }

    private static void Announce(TerminalOutput output, RunStart start)
    {
        switch (start.Kind)
        {
            case RunStartKind.New:
                output.Say($"run {start.Run.RunId.Value}: new");
                if (start.Changes.Count > 0)
                    output.Say("the plan differs from that of the latest run:");
                foreach (var change in start.Changes)
                    output.Say("  " + change);
                break;
            case RunStartKind.Resumed:
                output.Say($"run {start.Run.RunId.Value}: goes on behind batch {start.Run.BatchesDone}");
                break;
            case RunStartKind.AlreadyFinished:
                output.Say($"run {start.Run.RunId.Value}: finished already with the same plan; only its report is written again (--fresh starts anew)");
                break;
        }
    }

    private static DateOnly? Since(string? text)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        throw new ConfigurationException([$"--since: expected a day as yyyy-mm-dd, found '{text}'"]);
    }

    private static UnscoredReason? RetryReason(string? text)
    {
        if (text is null or "unscored")
            return null;
        var names = new Dictionary<string, UnscoredReason>(StringComparer.Ordinal);
        foreach (var reason in Enum.GetValues<UnscoredReason>())
            names[Snake(reason.ToString())] = reason;
        if (text.StartsWith("unscored:", StringComparison.Ordinal) && names.TryGetValue(text["unscored:".Length..], out var known))
            return known;
        throw new ConfigurationException([$"--retry: expected unscored or unscored:REASON with one of {string.Join(", ", names.Keys)}, found '{text}'"]);
    }

    private static string Snake(string pascal)
    {
        var snake = new StringBuilder();
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
