using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>kpis list · audit</c>: the dictionary, and what is wrong with it.</summary>
internal static class KpisVerb
{
    public static Command Create(TerminalOutput output)
    {
        var command = new Command("kpis", "The KPI dictionary.") { List(output), Audit(output) };
        return command;
    }

    private static Command List(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var json = CommonOptions.Json();
        var command = new Command("list", "Show every KPI: definition, unit, direction, target, margin, owner.") { workspace, json };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            _ =>
            {
                var kpis = Dictionary(parse.GetValue(workspace));
                if (parse.GetValue(json))
                    output.Results.WriteLine(JsonSerializer.Serialize(kpis, CliJsonContext.Default.IReadOnlyListKpiDefinition));
                else
                    Print(output, kpis);
                return Task.FromResult(ExitCode.Fine);
            },
            cancellation));
        return command;
    }

    private static Command Audit(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var command = new Command("audit", "Say what the dictionary lacks: owner, target, margin, guard, too many pinned.") { workspace };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output,
            _ =>
            {
                var findings = KpiDictionaryLint.Check(Dictionary(parse.GetValue(workspace)));
                foreach (var finding in findings)
                    output.Results.WriteLine($"{(finding.IsError ? "error" : "warning")}: {finding.KpiId}: {finding.Message}");
                if (findings.Count == 0)
                    output.Results.WriteLine("nothing is missing");
                return Task.FromResult(ExitCode.Fine);
            },
            cancellation));
        return command;
    }

    /// <summary>The dictionary of the workspace where there is one, else the one that ships.</summary>
    private static IReadOnlyList<KpiDefinition> Dictionary(string? given)
    {
        if (given is null && !WorkspaceFinder.Exists(Directory.GetCurrentDirectory()))
            return KpiDictionary.Default;
        return WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory())).Options.Kpis;
    }

    private static void Print(TerminalOutput output, IReadOnlyList<KpiDefinition> kpis)
    {
        foreach (var kpi in kpis)
        {
            output.Results.WriteLine($"{kpi.Id} (version {kpi.Version}){(kpi.IsPinned ? ", pinned" : "")}");
            output.Results.WriteLine($"  {kpi.Name}: {kpi.Question}");
            output.Results.WriteLine($"  formula: {kpi.Formula}");
            output.Results.WriteLine($"  per: {kpi.Denominator}; needs: {string.Join(", ", kpi.Needs)}");
            var direction = kpi.Direction == KpiDirection.HigherIsBetter ? "higher is better" : "lower is better";
            output.Results.WriteLine(
                $"  {kpi.Unit.ToString().ToLowerInvariant()}, {direction}; target {Text(kpi.Target)}, red line {Text(kpi.RedLine)}, margin {Text(kpi.Margin)}, "
                + $"guard {kpi.GuardKpiId ?? "none"}, owner {kpi.Owner ?? "none"}");
        }
    }

    private static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
