using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Documents;

/// <summary>
/// Every command in the code blocks of README.md works, in the order in which a reader meets them, in a copy of what a clone holds. The command
/// that builds and starts the program is replaced by the program that is built already; building, testing and cloning are left out.
/// </summary>
public sealed class ReadmeTests
{
    private const string Prefix = "dotnet run -c Release --project src/ConvoEval.Cli --";

    private static readonly string[] LeftOut = ["dotnet test", "dotnet build", "git clone", "cd ", ".ci/run", "./.ci/run"];

    private static readonly string[] Copied = ["samples"];

    private static readonly string[] Linked = ["models", "golden-sets", "docs"];

    [Fact]
    public async Task Commands_of_the_readme_end_well()
    {
        var readme = Repository.PathOf("README.md");
        Assert.SkipUnless(File.Exists(readme), "README.md is not in this source tree");
        using var clone = new TemporaryFolder();
        Fill(clone);
        var commands = Commands(await File.ReadAllLinesAsync(readme, TestContext.Current.CancellationToken)).ToList();
        Assert.Contains(commands, command => command.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var command in commands)
        {
            if (Array.Exists(LeftOut, start => command.StartsWith(start, StringComparison.Ordinal)))
                continue;
            if (command.Contains("CONVOEVAL_DATA", StringComparison.Ordinal) && Repository.Data is null)
                continue;
            if (command.Contains("tau2", StringComparison.Ordinal) && Repository.Data is null)
                continue;
            var line = command.Replace(Prefix, $"'{ConvoEvalProgram.Path}'", StringComparison.Ordinal);
            var result = await new Executable("/bin/sh").RunAsync(
                ["-c", line], new ProcessSetting { Folder = clone.Path }, TestContext.Current.CancellationToken);
            // A comparison that says "do not ship" or "not enough data" works as well as one that says "ship".
            var fine = command.Contains("--gate", StringComparison.Ordinal) ? new[] { 0, 1, 3 } : [0];
            Assert.True(fine.Contains(result.ExitCode), $"{command}\n{result}");
        }
    }

    /// <summary>Lines of code blocks marked as shell or unmarked; a comment after a blank and # is cut, a backslash at the end joins lines.</summary>
    private static IEnumerable<string> Commands(IEnumerable<string> lines)
    {
        var isShell = false;
        var isBlock = false;
        var joined = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isBlock = !isBlock;
                isShell = isBlock && line[3..].Trim() is "sh" or "bash" or "shell" or "console";
                continue;
            }

            if (!isShell)
                continue;
            var comment = line.IndexOf(" #", StringComparison.Ordinal);
            var command = (comment < 0 ? line : line[..comment]).Trim();
            if (command.Length == 0 || command[0] == '#')
                continue;
            joined += command.StartsWith("$ ", StringComparison.Ordinal) ? command[2..] : command;
            if (joined.EndsWith('\\'))
            {
                joined = joined[..^1];
                continue;
            }

            yield return joined;
            joined = "";
        }
    }

    private static void Fill(TemporaryFolder clone)
    {
        foreach (var folder in Copied)
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(Repository.Root, file);
                if (!relative.Contains(".convoeval", StringComparison.Ordinal))
                    clone.Write(relative, File.ReadAllText(file));
            }
        }

        foreach (var folder in Linked.Where(name => Directory.Exists(Repository.PathOf(name))))
            Directory.CreateSymbolicLink(clone.Inside(folder), Repository.PathOf(folder));
    }
}
