using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ConvoEval.ArchitectureTests;

public sealed class BannedCodeTests
{
    /// <summary>Chance, local time and blocking come in through parameters or not at all.</summary>
    private static readonly (string Pattern, string Instead)[] Banned =
    [
        (@"\bDateTime(Offset)?\.(Utc)?Now\b", "TimeProvider"),
        (@"\bGuid\.NewGuid\b", "a hash or a seeded generator"),
        (@"\bRandom\.Shared\b|\bnew Random\(\)", "a seeded generator"),
        (@"\bThread\.Sleep\b", "await Task.Delay"),
        (@"\.Result\b(?!\w)(?=\s*[;.)])", "await"),
        (@"\.Wait\(\)", "await"),
        (@"\.GetAwaiter\(\)\.GetResult\(\)", "await"),
        (@"^\s*global using\b", "using lines in the file"),
        (@"#region", "a smaller file"),
        (@"NotImplementedException", "the real thing"),
    ];

    [Fact]
    public void No_source_file_uses_what_the_house_bans()
    {
        var found = new List<string>();
        foreach (var file in Repository.AllSourceFiles())
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                var code = lines[i].Split("//")[0];
                foreach (var (pattern, instead) in Banned)
                    if (Regex.IsMatch(code, pattern) && !IsToolResult(code))
                        found.Add($"{Repository.Display(file)}:{i + 1}: {code.Trim()} (use {instead})");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void No_source_file_is_the_one_that_everybody_fears()
    {
        var long_ = Repository.AllSourceFiles().Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(entry => entry.lines > 500).Select(entry => $"{Repository.Display(entry.file)}: {entry.lines} lines");
        Assert.Empty(long_);
    }

    [Fact]
    public void The_repository_has_no_other_things_at_its_root()
    {
        string[] known =
        [
            "ConvoEval.sln", "src", "models", "golden-sets", "tests", "eval-reports", "README.md", "samples", "docs", "CHANGELOG.md", "LICENSE",
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config", "package.json",
            "test.sh", "run.sh",
        ];
        var other = Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.') && !known.Contains(name) && name is not ("artifacts" or "node_modules"));
        Assert.Empty(other);
    }

    // A property of a record may be called Result (what a tool answered); only the blocking one of a task is banned.
    private static bool IsToolResult(string code) =>
        code.Contains(".Result", StringComparison.Ordinal) && !Regex.IsMatch(code, @"(Async\([^)]*\)|[tT]ask\w*)\.Result\b");
}
