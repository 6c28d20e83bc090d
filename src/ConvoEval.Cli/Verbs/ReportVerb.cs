using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Reports;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>report [RUN]</c>: writes the report of a finished run again.</summary>
internal static class ReportVerb
{
    public static Command Create(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var json = CommonOptions.Json();
        var run = new Argument<string?>("RUN") { Description = "Name of a run, or its beginning. Default: the latest finished run.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("report", "Write the report of a finished run again, out of the store.") { run, workspace, json };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => WriteAsync(output, parse.GetValue(workspace), parse.GetValue(run), parse.GetValue(json), token), cancellation));
        return command;
    }

    private static async Task<int> WriteAsync(TerminalOutput output, string? given, string? run, bool asJson, CancellationToken cancellationToken)
    {
        var workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
        await using var composition = new Composition();
        var store = await composition.OpenStoreAsync(workspace, StoreAccess.ReadOnly, cancellationToken);
        var report = await StoredReport.FindAsync(store, run, cancellationToken);
        if (report is { Gate: { } gate, LastNight: { } night })
            report = report with { Gate = StoredReport.Decide(report, gate.From, gate.To, workspace.Overrides, night) };
        var folder = await ReportFolder.WriteAsync(workspace, report, cancellationToken);
        if (asJson)
            output.Results.Write(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"), cancellationToken));
        else
            output.Results.WriteLine($"report: {Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder, "report.html"))}");
        return ExitCode.Fine;
    }
}
