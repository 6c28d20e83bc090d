using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Pipeline.Runs;

namespace ConvoEval.Cli.Reports;

/// <summary>What a run prints at its end: for people in a few lines, or the summary as JSON.</summary>
internal static class RunSummary
{
    public static void Print(TerminalOutput output, Workspace workspace, RunResult result, string folder, bool asJson)
    {
        Complain(output, workspace, result);
        if (asJson)
        {
            output.Results.Write(File.ReadAllText(Path.Combine(folder, "summary.json")));
            output.Say($"report: {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
            return;
        }

        var report = result.Report;
        foreach (var warning in report.Warnings)
            output.Say("warning: " + warning);
        if (result.Retried > 0)
            output.Say($"{result.Retried} verdicts filled in by the second attempt");
        var versions = report.Versions.Count == 0 ? "no version known" : "versions " + string.Join(", ", report.Versions);
        output.Results.WriteLine($"{Counted(result)} conversations counted, {versions}, run {report.Run}");
        foreach (var kpi in report.Definitions.Where(kpi => kpi.IsPinned))
            PrintKpi(output, report, kpi);
        if (report.Gate is { } gate)
        {
            output.Results.WriteLine($"{gate.From} → {gate.To}: {Words(gate.Outcome)}");
            foreach (var reason in gate.Reasons.Take(3))
                output.Results.WriteLine("  " + reason);
        }

        output.Results.WriteLine($"report: {Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder, "report.html"))}");
    }

    /// <summary>A night of which nothing, or too little, could be read or evaluated is not fine, however well the program worked.</summary>
    public static int ExitCodeOf(Workspace workspace, RunResult result) =>
        Counted(result) == 0 || Readable(result) < workspace.Options.CoverageFloor || result.Coverage < workspace.Options.CoverageFloor
            ? ExitCode.Environment
            : ExitCode.Fine;

    public static string Words(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Ship => "ship",
        GateOutcome.DoNotShip => "do not ship",
        GateOutcome.NeedMoreData => "need more data",
        _ => throw new UnreachableException(),
    };

    /// <summary>Conversations that the KPIs rest on: a re-opened one once, those left out not at all.</summary>
    private static long Counted(RunResult result) => result.Report.Inputs.Sum(input => input.Kept) - result.Report.Excluded.Values.Sum();

    /// <summary>Conversations read over these and the pieces that could not be read; null = there was neither.</summary>
    private static double? Readable(RunResult result)
    {
        var read = result.Report.Inputs.Sum(input => input.Read);
        var pieces = read + result.Report.Inputs.Sum(input => input.Rejected);
        return pieces == 0 ? null : read / (double)pieces;
    }

    private static void Complain(TerminalOutput output, Workspace workspace, RunResult result)
    {
        var floor = workspace.Options.CoverageFloor;
        if (Counted(result) == 0)
            output.Say("error: no conversation could be evaluated: all that was read was rejected or left out; the report counts it with its reasons");
        else if (Readable(result) is { } readable && readable < floor)
            output.Say(string.Create(CultureInfo.InvariantCulture, $"error: only {readable:P0} of the input could be read; the floor of the workspace is {floor:P0}"));
        if (result.Coverage is { } coverage && coverage < floor)
            output.Say(string.Create(CultureInfo.InvariantCulture, $"error: a judge graded only {coverage:P0} of what it owed; the floor of the workspace is {floor:P0}"));
    }

    private static void PrintKpi(TerminalOutput output, EvaluationReport report, KpiDefinition kpi)
    {
        var line = kpi.Id.PadRight(24);
        if (report.Versions.Count == 0)
            line += "  " + Text(kpi, report.Estimates.FirstOrDefault(one => one.KpiId == kpi.Id && one.BotVersion is null && one.Segment is null));
        foreach (var version in report.Versions)
        {
            var estimate = report.Estimates.FirstOrDefault(one => one.KpiId == kpi.Id && one.BotVersion == version && one.Segment is null);
            line += $"  {version} {Text(kpi, estimate)}";
        }

        output.Results.WriteLine(line);
    }

    private static string Text(KpiDefinition kpi, Estimate? estimate)
    {
        if (estimate?.Value is not { } value)
            return estimate?.Raw is { } raw ? $"not claimed (raw {Number(kpi, raw)})" : "no value";
        return estimate is { Low: { } low, High: { } high }
            ? $"{Number(kpi, value)} [{Number(kpi, low)}, {Number(kpi, high)}]"
            : $"{Number(kpi, value)} (no interval)";
    }

    private static string Number(KpiDefinition kpi, double value) => kpi.Unit switch
    {
        KpiUnit.Share => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        KpiUnit.Seconds => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s",
        KpiUnit.Usd => "$" + value.ToString(value < 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException(),
    };
}
