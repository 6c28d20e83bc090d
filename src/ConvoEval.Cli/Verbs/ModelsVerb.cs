using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>models list · verify</c>: which models are at hand, and whether their files are those of their manifests.</summary>
internal static class ModelsVerb
{
    public static Command Create(TerminalOutput output) =>
        new("models", "The models at hand.") { ForEach(output, "list", "List the models found from here upwards and beside the program."), ForEach(output, "verify", "Compare every file of every model with its manifest. Exit code 4 when one differs.") };

    private static Command ForEach(TerminalOutput output, string name, string description)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancellation) => VerbRunner.GuardAsync(output, _ => Task.FromResult(Print(output)), cancellation));
        return command;
    }

    private static int Print(TerminalOutput output)
    {
        var damaged = 0;
        foreach (var folder in Folders())
        {
            try
            {
                var model = ModelFolder.Load(folder);
                var metrics = model.Manifest.Metrics.Take(3).Select(metric => FormattableString.Invariant($"{metric.Name} {metric.Value:0.000} (n {metric.N}, {metric.On})"));
                output.Results.WriteLine($"{model.Identity}  {model.Manifest.Kind.ToString().ToLowerInvariant()}  ok  {string.Join("; ", metrics)}");
            }
            catch (ModelFolderException broken)
            {
                damaged++;
                output.Results.WriteLine($"{folder}  damaged: {broken.Message}");
            }
        }

        return damaged == 0 ? ExitCode.Fine : ExitCode.Environment;
    }

    private static IEnumerable<string> Folders() => ModelLocator.Roots(Directory.GetCurrentDirectory())
        .Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateFiles(root, ModelFolder.ManifestName, SearchOption.AllDirectories))
        .Select(file => Path.GetDirectoryName(file) ?? file)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
