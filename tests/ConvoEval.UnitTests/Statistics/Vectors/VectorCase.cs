using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

/// <summary>One case of a reference file. Every expected value must be compared or left out by name.</summary>
internal sealed class VectorCase
{
    private readonly JsonElement _expected;
    private readonly HashSet<string> _open;
    private readonly bool _isRelative;

    public VectorCase(JsonElement element, double tolerance, bool isRelative)
    {
        Name = element.GetProperty("name").GetString() ?? "";
        Input = element.GetProperty("input");
        _expected = element.GetProperty("expected");
        Tolerance = tolerance;
        _isRelative = isRelative;
        _open = [.. Leaves(_expected, "")];
    }

    public string Name { get; }

    public JsonElement Input { get; }

    public double Tolerance { get; set; }

    public double Number(string path) => Find(Input, path).GetDouble();

    public long Whole(string path) => Find(Input, path).GetInt64();

    public string Text(string path) => Find(Input, path).GetString() ?? "";

    public double[] Numbers(string path) => [.. Find(Input, path).EnumerateArray().Select(value => value.GetDouble())];

    public double ExpectedNumber(string path)
    {
        _open.Remove(path);
        return Find(_expected, path).GetDouble();
    }

    public string ExpectedText(string path)
    {
        _open.Remove(path);
        return Find(_expected, path).GetString() ?? "";
    }

    public bool? ExpectedFlag(string path)
    {
        _open.Remove(path);
        JsonElement flag = Find(_expected, path);
        return flag.ValueKind == JsonValueKind.Null ? null : flag.GetBoolean();
    }

    public bool HasExpected(string path) =>
        _open.Any(leaf => IsUnder(leaf, path));

    /// <summary>Compares one number; null must be null.</summary>
    public void Check(string path, double? actual)
    {
        Assert.True(_open.Remove(path), $"{Name}: no expected value {path}, or compared twice.");
        JsonElement expected = Find(_expected, path);
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(actual is null, Message(path, "null", actual));
            return;
        }

        double number = expected.GetDouble();
        // Nothing is relatively close to 0; rounding of order-one terms is all that is left there.
        double allowed = _isRelative ? Math.Max(Tolerance * Math.Abs(number), number == 0 ? 1e-15 : 0) : Tolerance;
        Assert.True(
            actual is { } value && Math.Abs(value - number) <= allowed,
            Message(path, number.ToString("R", CultureInfo.InvariantCulture), actual));
    }

    public void Check(string path, Interval? actual)
    {
        if (_open.Contains(path))
        {
            Check(path, actual?.Low);
            return;
        }

        Check(path + ".0", actual?.Low);
        Check(path + ".1", actual?.High);
    }

    public void Check(string path, IReadOnlyList<double> actual)
    {
        Assert.Equal(Find(_expected, path).GetArrayLength(), actual.Count);
        for (int i = 0; i < actual.Count; i++)
            Check(FormattableString.Invariant($"{path}.{i}"), actual[i]);
    }

    /// <summary>Expected values that the product does not compute, with the reason in the caller's words.</summary>
    public void LeaveOut(string path, string reason)
    {
        Assert.NotEmpty(reason);
        Assert.True(_open.RemoveWhere(leaf => IsUnder(leaf, path)) > 0, $"{Name}: no expected value {path}.");
    }

    public void AssertAllCompared() =>
        Assert.True(
            _open.Count == 0, $"{Name}: not compared: {string.Join(", ", _open.Order(StringComparer.Ordinal))}");

    private static bool IsUnder(string leaf, string path) =>
        leaf == path || leaf.StartsWith(path + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Leaves(JsonElement element, string path)
    {
        string prefix = path.Length == 0 ? "" : path + ".";
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject()
                .SelectMany(property => Leaves(property.Value, prefix + property.Name)),
            JsonValueKind.Array => element.EnumerateArray()
                .SelectMany((item, i) => Leaves(item, FormattableString.Invariant($"{prefix}{i}"))),
            _ => [path],
        };
    }

    private static JsonElement Find(JsonElement root, string path)
    {
        // Names such as ppi_plus_pseudo0.5 hold a dot of their own.
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(path, out JsonElement direct))
            return direct;
        for (int dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            string head = path[..dot];
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(head, out JsonElement child))
                return Find(child, path[(dot + 1)..]);
            if (root.ValueKind == JsonValueKind.Array)
                return Find(root[int.Parse(head, CultureInfo.InvariantCulture)], path[(dot + 1)..]);
        }

        if (root.ValueKind == JsonValueKind.Array)
            return root[int.Parse(path, CultureInfo.InvariantCulture)];
        throw new KeyNotFoundException($"No {path} in {root}");
    }

    private string Message(string path, string expected, double? actual)
    {
        string found = actual?.ToString("R", CultureInfo.InvariantCulture) ?? "null";
        return $"{Name} {path}: expected {expected}, found {found}; input {Input}";
    }
}
