using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Reviews;
using ConvoEval.Pipeline.Reviews;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>reviews draw N · import</c>: a random sample of responses for people, and their verdicts back into a new version of the golden set.</summary>
internal static class ReviewsVerb
{
    public static Command Create(TerminalOutput output) =>
        new("reviews", "Random reviews by people: what makes judged rates honest.") { Draw(output), Import(output) };

    private static Command Draw(TerminalOutput output)
    {
        var number = new Argument<int>("N") { Description = "How many responses, shared equally by the versions." };
        var workspace = CommonOptions.Workspace();
        var target = new Option<string>("--out", "-o") { Description = "Sheet to write: .csv or .jsonl.", Required = true, HelpName = "FILE" };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the draw.", DefaultValueFactory = _ => 1 };
        var uniform = new Option<double>("--uniform")
        {
            Description = "Share drawn without a look at the judge; the rest prefers responses the judge is unsure of. 1 = all.",
            DefaultValueFactory = _ => 1,
            HelpName = "0..1",
        };
        var command = new Command(
            "draw", "Draw responses of the latest finished run at random, each with the probability of its draw. The judge's verdict is not on the sheet.")
        {
            number, workspace, target, seed, uniform,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token => DrawAsync(
                output,
                parse.GetValue(workspace),
                new ReviewDrawOptions { Count = parse.GetRequiredValue(number), Seed = parse.GetValue(seed), UniformShare = parse.GetValue(uniform) },
                parse.GetRequiredValue(target),
                token),
            cancellation));
        return command;
    }

    private static async Task<int> DrawAsync(
        TerminalOutput output, string? given, ReviewDrawOptions options, string target, CancellationToken cancellationToken)
    {
        var workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
        Check(options, target);
        await using var composition = new Composition();
        var store = await composition.OpenStoreAsync(workspace, StoreAccess.ReadOnly, cancellationToken);
        var run = (await store.ListAsync(cancellationToken)).LastOrDefault(one => one.State == RunState.Finished)
            ?? throw new ConfigurationException(["the store has no finished run yet: convoeval run makes one"]);
        var golden = workspace.Options.GoldenSetPath is { } path ? (await GoldenSetReader.ReadAsync(path, cancellationToken)).Required() : null;
        var lines = await new ReviewSample(store, run.RunId, golden?.Verdicts ?? []).DrawAsync(options, cancellationToken);
        // The second file keeps what was drawn, so that the import sees whatever was changed besides the grades.
        await ReviewSheetWriter.WriteAsync(lines, DrawnPath(target), cancellationToken);
        await ReviewSheetWriter.WriteAsync(lines, target, cancellationToken);
        output.Say($"{lines.Count} responses of run {run.RunId} drawn into {target}; fill in 'grade' (good, bad, not_applicable), then: convoeval reviews import {target}");
        return ExitCode.Fine;
    }

    private static void Check(ReviewDrawOptions options, string target)
    {
        var problems = new List<string>();
        if (options.Count < 1)
            problems.Add(FormattableString.Invariant($"N: expected a number from 1, found '{options.Count}'"));
        if (options.UniformShare is not (> 0 and <= 1))
            problems.Add(FormattableString.Invariant($"--uniform: expected a share above 0 and up to 1, found '{options.UniformShare}'"));
        if (Path.GetExtension(target).ToLowerInvariant() is not (".csv" or ".jsonl"))
            problems.Add($"--out: expected a name that ends in .csv or .jsonl, found '{target}'");
        foreach (var path in new[] { target, DrawnPath(target) })
            if (File.Exists(path))
                problems.Add($"--out: expected a file that is not there yet, found {path}; a sheet is never overwritten");
        if (problems.Count > 0)
            throw new ConfigurationException(problems);
    }

    private static Command Import(TerminalOutput output)
    {
        var sheet = new Argument<string>("FILE") { Description = "The filled sheet; the file drawn with it lies beside it." };
        var set = new Option<string>("--set") { Description = "Folder of the golden set that the reviews extend.", Required = true, HelpName = "DIR" };
        var target = new Option<string>("--out", "-o") { Description = "Folder of the new version.", Required = true, HelpName = "DIR" };
        var version = new Option<string?>("--set-version") { Description = "Version to give. Default: the next number.", HelpName = "VERSION" };
        var annotator = new Option<string?>("--annotator") { Description = "Pseudonym of the reviewer where the sheet names none.", HelpName = "NAME" };
        var command = new Command("import", "Check a filled sheet and write a new version of the golden set with its verdicts. No version is ever edited.")
        {
            sheet, set, target, version, annotator,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token => ImportAsync(
                output, parse.GetRequiredValue(sheet), parse.GetRequiredValue(set), parse.GetRequiredValue(target), parse.GetValue(version), parse.GetValue(annotator), token),
            cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(
        TerminalOutput output, string sheet, string folder, string target, string? version, string? annotator, CancellationToken cancellationToken)
    {
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new ConfigurationException([$"--out: expected a folder that is not there yet, found {target}; a version is never edited"]);
        var set = (await GoldenSetReader.ReadAsync(folder, cancellationToken)).Required();
        var drawn = await ReviewSheetReader.ReadAsync(DrawnPath(sheet), cancellationToken);
        var filled = await ReviewSheetReader.ReadAsync(sheet, cancellationToken);
        var next = version ?? ReviewImport.NextVersion(set.Version)
            ?? throw new ConfigurationException([$"--set-version: expected a version, since '{set.Version}' is no number to count on from"]);
        var result = ReviewImport.Merge(set, [.. drawn.Lines.Select(line => line.Line)], filled, next, annotator);
        foreach (var finding in result.Findings)
            output.Say(finding.ToString());
        if (result.Set is not { } merged)
            return ExitCode.Usage;
        var documents = (await GoldenSetDocuments.ReadAsync(folder, cancellationToken)).WithEntry(next, result.Changes);
        await GoldenSetWriter.WriteAsync(merged, documents, target, cancellationToken);
        output.Say($"{result.Reviewed} reviews taken, {result.NotReviewed} of {result.Drawn} not filled in; wrote {merged.Name} {next} to {target}");
        return ExitCode.Fine;
    }

    private static string DrawnPath(string sheet) => Path.ChangeExtension(sheet, ".drawn.jsonl");
}
