using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ConvoEval.Cli.Workspaces;

/// <summary>A YAML file of a workspace, read strictly: every mistake is collected with its line, none stops the reading.</summary>
internal sealed class YamlFile
{
    private readonly string _displayPath;

    private YamlFile(string displayPath, List<ConfigurationProblem> problems)
    {
        _displayPath = displayPath;
        Problems = problems;
    }

    public List<ConfigurationProblem> Problems { get; }

    /// <summary>Opens a file; null (with a problem noted) when it is missing, empty or no mapping.</summary>
    public static YamlSection? Open(string path, string displayPath, List<ConfigurationProblem> problems)
    {
        var file = new YamlFile(displayPath, problems);
        if (!File.Exists(path))
        {
            file.Note(1, "(file)", "a file at this path", "nothing");
            return null;
        }

        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents.Count == 0)
            {
                file.Note(1, "(file)", "a mapping", "an empty file");
                return null;
            }

            if (stream.Documents[0].RootNode is YamlMappingNode root)
                return new YamlSection(file, root, "");
            file.Note(1, "(file)", "a mapping", Describe(stream.Documents[0].RootNode));
        }
        catch (YamlException broken)
        {
            file.Note(broken.Start.Line, "(file)", "valid YAML", broken.InnerException?.Message ?? broken.Message);
        }

        return null;
    }

    public void Note(long line, string path, string expected, string found) =>
        Problems.Add(Problem(line, path, expected, found));

    public ConfigurationProblem Problem(long line, string path, string expected, string found) => new(_displayPath, line, path, expected, found);

    public static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{Shorten(scalar.Value)}'",
        YamlSequenceNode list => $"a list of {list.Children.Count}",
        YamlMappingNode map => $"a mapping with {string.Join(", ", map.Children.Keys.Take(3))}",
        _ => node.NodeType.ToString(),
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}
