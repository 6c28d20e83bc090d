using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace ConvoEval.Pipeline.Plans;

/// <summary>Says in words what differs between two plans.</summary>
public static class PlanDifference
{
    private const int MaximumShown = 12;

    /// <summary>One sentence per difference, in order of the plan; at most twelve and a count of the rest. Empty for equal plans.</summary>
    public static IReadOnlyList<string> Between(string olderJson, string newerJson)
    {
        var older = Flatten(olderJson);
        var newer = Flatten(newerJson);
        var changes = new List<string>();
        foreach (var (path, value) in newer)
        {
            if (!older.TryGetValue(path, out var before))
                changes.Add($"{path} is new: {Shorten(value)}");
            else if (before != value)
                changes.Add($"{path} was {Shorten(before)}, is {Shorten(value)}");
        }

        changes.AddRange(older.Where(entry => !newer.ContainsKey(entry.Key)).Select(entry => $"{entry.Key} is gone (was {Shorten(entry.Value)})"));
        if (changes.Count <= MaximumShown)
            return changes;
        var rest = changes.Count - MaximumShown;
        return [.. changes.Take(MaximumShown), string.Create(CultureInfo.InvariantCulture, $"and {rest} more")];
    }

    private static Dictionary<string, string> Flatten(string json)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Visit(document.RootElement, "", leaves);
        return leaves;
    }

    private static void Visit(JsonElement element, string path, Dictionary<string, string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Visit(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", leaves);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Visit(item, $"{path}[{NameOf(item) ?? index.ToString(CultureInfo.InvariantCulture)}]", leaves, ref index);
                break;
            default:
                leaves[path] = element.ToString();
                break;
        }
    }

    private static void Visit(JsonElement element, string path, Dictionary<string, string> leaves, ref int index)
    {
        index++;
        Visit(element, path, leaves);
    }

    // Items of a list are named by what identifies them, so that an inserted file does not shift all that follow.
    private static string? NameOf(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return item.GetString();
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var key in (ReadOnlySpan<string>)["id", "name", "path", "judge"])
            if (item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        return null;
    }

    private static string Shorten(string value) => value.Length <= 40 ? $"'{value}'" : $"'{value.AsSpan(0, 37)}...'";
}
