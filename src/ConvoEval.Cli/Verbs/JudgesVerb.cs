using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Licences;
using ConvoEval.Judging.Adherence;
using ConvoEval.Pipeline.Runs;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>judges check</c>: how the judge of content adherence does on the golden set.</summary>
internal static class JudgesVerb
{
    public static Command Create(TerminalOutput output) => new("judges", "The judges and what the golden set says of them.") { Check(output) };

    private static Command Check(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var split = new Option<string>("--split") { Description = "calibrate (measures) or tune (for whoever changes rules).", DefaultValueFactory = _ => "calibrate", HelpName = "SPLIT" };
        split.AcceptOnlyFromAmong("calibrate", "tune");
        var command = new Command("check", "Let the judge of content adherence judge the golden responses: sensitivity, specificity, licence, and which kinds of bad it sees.")
        {
            workspace, split,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token => CheckAsync(output, parse.GetValue(workspace), parse.GetValue(split) == "tune" ? GoldenSplit.Tune : GoldenSplit.Calibrate, token),
            cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(TerminalOutput output, string? given, GoldenSplit split, CancellationToken cancellationToken)
    {
        var workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
        if (workspace.Options.GoldenSetPath is not { } path)
            throw new ConfigurationException(["goldenSet: expected a golden set to check the judges against, found none in convoeval.yaml"]);
        var golden = (await GoldenSetReader.ReadAsync(path, cancellationToken)).Required();
        var measured = await GoldenMeasurement.MeasureAsync(golden, new ContentAdherenceJudge(golden), split, cancellationToken);
        foreach (var licence in measured.Licences)
            Print(output, licence);
        output.Results.WriteLine("by version, sampling, grade and kind:");
        foreach (var row in measured.Rows)
            Print(output, row);
        return ExitCode.Fine;
    }

    private static void Print(TerminalOutput output, OutcomeRow row)
    {
        var grade = row.Grade == AnnotatedGrade.NotApplicable ? "not applicable" : row.Grade.ToString().ToLowerInvariant();
        output.Results.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {row.BotVersion ?? "(all)"}, {row.Sampling.ToString().ToLowerInvariant()}, {grade}{(row.BadKind is { } kind ? ": " + kind.Replace('_', ' ') : "")}: "
            + $"passed {row.Passed}, failed {row.Failed}, abstained {row.Abstained}, uncovered {row.Uncovered}, unscored {row.Unscored} of {row.Total}"));
    }

    private static void Print(TerminalOutput output, JudgeLicence licence)
    {
        var invariant = CultureInfo.InvariantCulture;
        output.Results.WriteLine($"{licence.Judge} on {licence.Criterion}, version {licence.BotVersion ?? "(all)"}, golden set {licence.GoldenSet}: {licence.State.ToString().ToLowerInvariant()}");
        output.Results.WriteLine(string.Create(
            invariant,
            $"  sensitivity {licence.Sensitivity:0.000} [{licence.SensitivityLow:0.000}, {licence.SensitivityHigh:0.000}] of {licence.GoodPassed + licence.GoodFailed} good"));
        output.Results.WriteLine(string.Create(
            invariant,
            $"  specificity {licence.Specificity:0.000} [{licence.SpecificityLow:0.000}, {licence.SpecificityHigh:0.000}] of {licence.BadPassed + licence.BadFailed} bad; {licence.Abstained} abstained or uncovered, {licence.Unscored} unscored"));
        foreach (var reason in licence.Reasons)
            output.Results.WriteLine("  " + reason);
    }
}
