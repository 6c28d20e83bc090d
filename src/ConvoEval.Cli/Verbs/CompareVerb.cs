using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Reports;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Kpis;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>compare A B</c>: a newer version against an older one; <c>--gate</c> sets the exit code.</summary>
internal static class CompareVerb
{
    public static Command Create(TerminalOutput output)
    {
        var from = new Argument<string>("A") { Description = "Older version." };
        var to = new Argument<string>("B") { Description = "Newer version." };
        var workspace = CommonOptions.Workspace();
        var json = CommonOptions.Json();
        var run = new Option<string?>("--run") { Description = "Name of a run, or its beginning. Default: the latest finished run.", HelpName = "RUN" };
        var gate = new Option<bool>("--gate") { Description = "Decide whether B may be released and set the exit code: 0 ship, 1 do not ship, 3 not enough data." };
        var command = new Command(
            "compare",
            "Compare two versions on every KPI. A failed gate passes only with an entry in gate-overrides.yaml (author, reason, expiry).\n\n" + ExitCode.Help)
        {
            from, to, workspace, run, gate, json,
        };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            token => CompareAsync(
                output, parse.GetValue(workspace), parse.GetValue(run), (parse.GetRequiredValue(from), parse.GetRequiredValue(to)), parse.GetValue(gate), parse.GetValue(json), token),
            cancellation));
        return command;
    }

    private static async Task<int> CompareAsync(
        TerminalOutput output, string? given, string? run, (string From, string To) pair, bool isGate, bool asJson, CancellationToken cancellationToken)
    {
        var workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
        await using var composition = new Composition();
        var store = await composition.OpenStoreAsync(workspace, StoreAccess.ReadOnly, cancellationToken);
        var report = await StoredReport.FindAsync(store, run, cancellationToken);
        foreach (var version in new[] { pair.From, pair.To })
            if (!report.Versions.Contains(version, StringComparer.Ordinal))
                throw new ConfigurationException([$"version: expected one of {string.Join(", ", report.Versions)}, found '{version}'"]);
        var comparisons = report.Comparisons.Where(one => one.From == pair.From && one.To == pair.To).ToList();
        if (comparisons.Count == 0)
            throw new ConfigurationException([$"run {report.Run} compared {pair.To} with {pair.From} as its older version: swap the two, or set compare.from and compare.to and run again"]);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var decision = StoredReport.Decide(report, pair.From, pair.To, workspace.Overrides, today);
        if (asJson)
        {
            output.Results.WriteLine(JsonSerializer.Serialize(
                new CompareDocument(report.Run, comparisons, isGate ? decision : null), CliJsonContext.Default.CompareDocument));
        }
        else
        {
            output.Results.WriteLine($"run {report.Run}{(run is null ? ", the latest that finished" : "")}");
            Print(output, comparisons);
            if (isGate)
                Print(output, decision);
        }

        return isGate ? ExitCodeOf(decision) : ExitCode.Fine;
    }

    private static int ExitCodeOf(GateDecision decision)
    {
        if (decision.IsOverridden)
            return ExitCode.Fine;
        return decision.Outcome switch
        {
            GateOutcome.Ship => ExitCode.Fine,
            GateOutcome.DoNotShip => ExitCode.GateFailed,
            GateOutcome.NeedMoreData => ExitCode.NotEnoughData,
            _ => throw new UnreachableException(),
        };
    }

    private static void Print(TerminalOutput output, IReadOnlyList<KpiComparison> comparisons)
    {
        foreach (var one in comparisons)
        {
            var difference = one is { Difference: { } value, Low: { } low, High: { } high }
                ? FormattableString.Invariant($"{value:+0.0000;-0.0000;0} [{low:+0.0000;-0.0000;0}, {high:+0.0000;-0.0000;0}]")
                : "no difference to show";
            output.Results.WriteLine($"{one.KpiId.PadRight(24)} {Words(one.Verdict).PadRight(16)} {difference}");
            if (one.Explanation.Length > 0)
                output.Results.WriteLine("    " + one.Explanation);
            if (one is { Mix: { } mix, Within: { } within })
                output.Results.WriteLine(FormattableString.Invariant($"    mix {mix:+0.0000;-0.0000;0}, within intents {within:+0.0000;-0.0000;0}, entered {one.Entered ?? 0:+0.0000;-0.0000;0}, left {one.Left ?? 0:+0.0000;-0.0000;0}"));
        }
    }

    private static void Print(TerminalOutput output, GateDecision decision)
    {
        output.Results.WriteLine($"gate: {RunSummary.Words(decision.Outcome)}");
        foreach (var reason in decision.Reasons)
            output.Results.WriteLine("  " + reason);
        foreach (var one in decision.Overrides)
            output.Results.WriteLine(FormattableString.Invariant($"  overridden: {one.Subject} by {one.Author} until {one.Expires:yyyy-MM-dd}: {one.Reason}"));
    }

    private static string Words(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => "better",
        ComparisonVerdict.NoWorse => "no worse",
        ComparisonVerdict.Worse => "worse",
        ComparisonVerdict.NotEnoughData => "not enough data",
        ComparisonVerdict.NotComparable => "not comparable",
        _ => throw new UnreachableException(),
    };
}
