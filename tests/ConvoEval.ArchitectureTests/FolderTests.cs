using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ConvoEval.ArchitectureTests;

public sealed partial class FolderTests
{
    [Fact]
    public void The_namespace_is_the_path()
    {
        var wrong = new List<string>();
        foreach (var file in Repository.AllSourceFiles())
        {
            var expected = Repository.Display(Path.GetDirectoryName(file) ?? "")["src/".Length..].Replace('/', '.');
            var match = NamespaceLine().Match(File.ReadAllText(file));
            if (match.Success && match.Groups[1].Value != expected)
                wrong.Add($"{Repository.Display(file)}: {match.Groups[1].Value}, expected {expected}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_of_a_project_do_not_depend_on_each_other_in_a_circle()
    {
        Assert.All(Repository.Projects, project =>
        {
            var graph = FolderGraph(project);
            var circle = FindCircle(graph);
            Assert.True(circle is null, $"{project}: {string.Join(" → ", circle ?? [])}");
        });
    }

    private static Dictionary<string, HashSet<string>> FolderGraph(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        var graph = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in Repository.SourceFiles(project))
        {
            var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file) ?? root).Replace('\\', '/').Split('/')[0];
            if (folder == ".")
                continue;
            if (!graph.TryGetValue(folder, out var targets))
                graph[folder] = targets = new HashSet<string>(StringComparer.Ordinal);
            foreach (Match match in UsingLine().Matches(File.ReadAllText(file)))
            {
                var used = match.Groups[1].Value;
                if (!used.StartsWith(project + ".", StringComparison.Ordinal))
                    continue;
                var target = used[(project.Length + 1)..].Split('.')[0];
                if (target != folder)
                    targets.Add(target);
            }
        }

        return graph;
    }

    private static List<string>? FindCircle(Dictionary<string, HashSet<string>> graph)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();

        List<string>? Visit(string folder)
        {
            var at = path.IndexOf(folder);
            if (at >= 0)
                return [.. path[at..], folder];
            if (finished.Contains(folder))
                return null;
            path.Add(folder);
            foreach (var target in graph.GetValueOrDefault(folder, []).Order(StringComparer.Ordinal))
                if (Visit(target) is { } circle)
                    return circle;
            path.RemoveAt(path.Count - 1);
            finished.Add(folder);
            return null;
        }

        return graph.Keys.Order(StringComparer.Ordinal).Select(Visit).FirstOrDefault(circle => circle is not null);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
