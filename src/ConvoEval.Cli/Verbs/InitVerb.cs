using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>init DIR</c>: writes a workspace that runs.</summary>
internal static class InitVerb
{
    private static readonly (string Resource, string Target)[] Files =
    [
        ("convoeval.yaml", "convoeval.yaml"),
        ("goals.yaml", "goals.yaml"),
        ("judges.yaml", "judges.yaml"),
        ("kpis.yaml", "kpis.yaml"),
        ("example.jsonl", "transcripts/example.jsonl"),
    ];

    public static Command Create(TerminalOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write the workspace into; made when it is missing." };
        var command = new Command("init", "Write a workspace that runs, with two example conversations.") { folder };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => WriteAsync(output, parse.GetRequiredValue(folder), token), cancellation));
        return command;
    }

    private static async Task<int> WriteAsync(TerminalOutput output, string folder, CancellationToken cancellationToken)
    {
        var there = new List<string>();
        foreach (var (_, target) in Files)
            if (File.Exists(Path.Combine(folder, target)))
                there.Add($"{Path.Combine(folder, target)}: expected no file, found one; init overwrites nothing");
        if (there.Count > 0)
            throw new ConfigurationException(there);
        foreach (var (resource, target) in Files)
        {
            var path = Path.Combine(folder, target);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            await using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream("Templates/" + resource)
                ?? throw new FileNotFoundException("template missing from the program: " + resource);
            await using var file = File.Create(path);
            await source.CopyToAsync(file, cancellationToken);
            output.Say($"wrote {path}");
        }

        output.Say($"next: convoeval run --workspace {folder}");
        return ExitCode.Fine;
    }
}
