using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Checks;
using ConvoEval.GoldenSets.Differences;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>golden check · diff</c>: what is wrong with a golden set, and what changed between two versions.</summary>
internal static class GoldenVerb
{
    public static Command Create(TerminalOutput output) =>
        new("golden", "Golden sets: approved answers and verdicts on real responses.") { Check(output), Diff(output) };

    private static Command Check(TerminalOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the golden set." };
        var command = new Command("check", "Say what is wrong with a golden set: errors, then what makes it weaker than it could be. Exit code 2 with errors.") { folder };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => CheckAsync(output, parse.GetRequiredValue(folder), token), cancellation));
        return command;
    }

    private static Command Diff(TerminalOutput output)
    {
        var older = new Argument<string>("OLD") { Description = "Folder of the older version." };
        var newer = new Argument<string>("NEW") { Description = "Folder of the newer version." };
        var json = CommonOptions.Json();
        var command = new Command("diff", "Say what changed between two versions of a golden set, and which licences that ends.") { older, newer, json };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            async token =>
            {
                var difference = GoldenSetDiff.Between(
                    await ReadAsync(parse.GetRequiredValue(older), token), await ReadAsync(parse.GetRequiredValue(newer), token));
                output.Results.WriteLine(parse.GetValue(json) ? GoldenDifferenceJson.Write(difference) : GoldenDifferenceText.Write(difference));
                return ExitCode.Fine;
            },
            cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(TerminalOutput output, string folder, CancellationToken cancellationToken)
    {
        var reading = await GoldenSetReader.ReadAsync(folder, cancellationToken);
        foreach (var finding in reading.Findings)
            output.Results.WriteLine(finding.ToString());
        if (reading.Set is not { } set)
            return ExitCode.Usage;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var check = GoldenSetChecker.Check(set, new GoldenCheckOptions { Today = today });
        foreach (var finding in check.Findings)
            output.Results.WriteLine(finding.ToString());
        output.Results.WriteLine($"{set.Name} {set.Version}: {set.Items.Count} items, {set.Verdicts.Count} verdicts, annotator {set.Annotator}");
        foreach (var count in check.Counts)
            output.Results.WriteLine(Text(count));
        if (check.CuelessBadShare is { } share)
            output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {share:P0} of the bad responses have no number, date or negation that would give them away"));
        return check.Findings.Any(finding => finding.Severity == GoldenSeverity.Error) ? ExitCode.Usage : ExitCode.Fine;
    }

    private static string Text(GoldenCount count)
    {
        var grade = count.Grade == AnnotatedGrade.NotApplicable ? "not applicable" : count.Grade.ToString().ToLowerInvariant();
        var sort = $"{count.Split.ToString().ToLowerInvariant()}, {count.Sampling.ToString().ToLowerInvariant()}, {grade}";
        return FormattableString.Invariant($"  {count.Verdicts,5}  version {count.BotVersion}, {sort}");
    }

    private static async Task<GoldenSet> ReadAsync(string folder, CancellationToken cancellationToken) =>
        (await GoldenSetReader.ReadAsync(folder, cancellationToken)).Required();
}
