using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace ConvoEval.Cli.Workspaces;

/// <summary>A mapping of a workspace file. Keys are taken one by one; what nobody took is reported by <see cref="Close"/>.</summary>
internal sealed class YamlSection(YamlFile file, YamlMappingNode node, string path)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public long Line => node.Start.Line;

    public string Path => path;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>A problem with the place of the key, not yet counted among the mistakes of the file.</summary>
    public ConfigurationProblem Problem(string key, string expected, string found) =>
        file.Problem(Find(key)?.Start.Line ?? Line, Join(key), expected, found);

    public void Note(string key, string expected, string found) =>
        file.Note(Find(key)?.Start.Line ?? Line, Join(key), expected, found);

    public string? Text(string key)
    {
        var value = Find(key);
        if (value is null)
            return null;
        if (value is YamlScalarNode { Value.Length: > 0 } scalar)
            return scalar.Value;
        file.Note(value.Start.Line, Join(key), "a text", YamlFile.Describe(value));
        return null;
    }

    public string Required(string key)
    {
        if (!Has(key))
            file.Note(Line, Join(key), "a text", "nothing: the key is missing");
        return Text(key) ?? "";
    }

    public double? Number(string key, double low, double high)
    {
        if (Text(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= low && value <= high)
            return value;
        Note(key, string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"), $"'{text}'");
        return null;
    }

    public long? WholeNumber(string key, long low, long high)
    {
        if (Text(key) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= low && value <= high)
            return value;
        Note(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {low} to {high}"), $"'{text}'");
        return null;
    }

    public bool? Flag(string key)
    {
        var text = Text(key);
        switch (text)
        {
            case null: return null;
            case "true": return true;
            case "false": return false;
            default:
                Note(key, "true or false", $"'{text}'");
                return null;
        }
    }

    public string? OneOf(string key, params ReadOnlySpan<string> words)
    {
        if (Text(key) is not { } text)
            return null;
        foreach (var word in words)
            if (word == text)
                return text;
        Note(key, "one of " + string.Join(", ", words.ToArray()), $"'{text}'");
        return null;
    }

    public DateOnly? Day(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Note(key, "a day as yyyy-mm-dd", $"'{text}'");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one. Empty when missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var value = Find(key);
        switch (value)
        {
            case null: return [];
            case YamlScalarNode { Value.Length: > 0 } one: return [one.Value];
            case YamlSequenceNode list:
                var texts = new List<string>();
                foreach (var item in list.Children)
                {
                    if (item is YamlScalarNode { Value.Length: > 0 } scalar)
                        texts.Add(scalar.Value);
                    else
                        file.Note(item.Start.Line, Join(key), "a text", YamlFile.Describe(item));
                }

                return texts;
            default:
                file.Note(value.Start.Line, Join(key), "a list of texts", YamlFile.Describe(value));
                return [];
        }
    }

    public YamlSection? Section(string key)
    {
        var value = Find(key);
        if (value is null)
            return null;
        if (value is YamlMappingNode map)
            return new YamlSection(file, map, Join(key));
        file.Note(value.Start.Line, Join(key), "a mapping", YamlFile.Describe(value));
        return null;
    }

    public IReadOnlyList<YamlSection> Sections(string key)
    {
        var value = Find(key);
        if (value is null)
            return [];
        if (value is not YamlSequenceNode list)
        {
            file.Note(value.Start.Line, Join(key), "a list", YamlFile.Describe(value));
            return [];
        }

        var sections = new List<YamlSection>();
        for (var i = 0; i < list.Children.Count; i++)
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{Join(key)}[{i}]");
            if (list.Children[i] is YamlMappingNode map)
                sections.Add(new YamlSection(file, map, itemPath));
            else
                file.Note(list.Children[i].Start.Line, itemPath, "a mapping", YamlFile.Describe(list.Children[i]));
        }

        return sections;
    }

    /// <summary>All keys of the mapping in the order of the file, for mappings whose keys are data.</summary>
    public IReadOnlyList<string> Keys() =>
        [.. node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(name))
            {
                file.Note(key.Start.Line, Join(name), "one of " + string.Join(", ", _known.Order(StringComparer.Ordinal)),
                    $"the unknown key '{name}'");
            }
        }
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        foreach (var (name, value) in node.Children)
            if (name is YamlScalarNode scalar && scalar.Value == key)
                return value is YamlScalarNode { Value: null or "" or "null" or "~" } ? null : value;
        return null;
    }

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
