using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Reads <c>sources:</c> of a workspace and finds their files.</summary>
internal static class SourceSection
{
    private const string FromFileName = "from-file-name";

    public static IReadOnlyList<SourceOptions> Read(YamlSection root, string directory)
    {
        if (!root.Has("sources"))
            root.Note("sources", "a list of transcript sources", "nothing: the key is missing");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sources = new List<SourceOptions>();
        foreach (var section in root.Sections("sources"))
        {
            var name = section.Required("name");
            if (name.Length > 0 && !names.Add(name))
                section.Note("name", "a name that no other source has", $"'{name}' twice");
            var format = section.OneOf("format", "convoeval", "openai", "tau2", "auto");
            var version = section.Text("version");
            var formatOptions = new Dictionary<string, string>(StringComparer.Ordinal);
            if (section.OneOf("reward", "keep", "drop") is { } reward)
                formatOptions["reward"] = reward;
            sources.Add(new SourceOptions
            {
                Name = name,
                Format = format is "auto" ? null : format,
                Files = [.. FindFiles(section, directory).Select(file => file with { BotVersion = VersionOf(version, file) })],
                FormatOptions = formatOptions,
            });
            section.Close();
        }

        return sources;
    }

    private static string? VersionOf(string? version, SourceFile file)
    {
        if (version != FromFileName)
            return version;
        var name = Path.GetFileName(file.Path);
        var end = name.IndexOf(".json", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? Path.GetFileNameWithoutExtension(name) : name[..end];
    }

    private static IEnumerable<SourceFile> FindFiles(YamlSection section, string directory)
    {
        foreach (var pattern in section.Texts("path"))
        {
            if (!TryExpand(pattern, out var expanded, out var missing))
            {
                section.Note("path", $"the environment variable {missing} to be set", "it is not set");
                continue;
            }

            var full = Path.GetFullPath(expanded, directory);
            var folder = Path.GetDirectoryName(full) ?? full;
            var files = Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, Path.GetFileName(full)).Order(StringComparer.Ordinal).ToList()
                : [];
            if (files.Count == 0)
                section.Note("path", "at least one file", $"none matches '{pattern}'");
            foreach (var file in files)
                yield return new SourceFile(file, Display(pattern, file), null);
        }

        if (!section.Has("path"))
            section.Note("path", "a path, with * for many files", "nothing: the key is missing");
    }

    /// <summary>The folder as the workspace names it, with the file that was found: equal on every machine.</summary>
    private static string Display(string pattern, string file)
    {
        var slash = pattern.LastIndexOf('/');
        return slash < 0 ? Path.GetFileName(file) : pattern[..(slash + 1)] + Path.GetFileName(file);
    }

    private static bool TryExpand(string pattern, out string expanded, out string missing)
    {
        expanded = pattern;
        missing = "";
        int start;
        while ((start = expanded.IndexOf("${", StringComparison.Ordinal)) >= 0)
        {
            var end = expanded.IndexOf('}', start);
            if (end < 0)
                return true;
            missing = expanded[(start + 2)..end];
            var value = Environment.GetEnvironmentVariable(missing);
            if (string.IsNullOrEmpty(value))
                return false;
            expanded = expanded[..start] + Path.GetFullPath(value) + expanded[(end + 1)..];
        }

        return true;
    }
}
