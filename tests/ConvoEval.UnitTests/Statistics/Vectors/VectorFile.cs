using System;
using System.IO;
using System.Text.Json;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

/// <summary>A reference file beside the tests.</summary>
internal static class VectorFile
{
    /// <summary>Number and name of every case, for theories.</summary>
    public static TheoryData<int, string> Cases(string file)
    {
        using var document = Open(file);
        var data = new TheoryData<int, string>();
        foreach (var element in document.RootElement.GetProperty("cases").EnumerateArray())
            data.Add(data.Count, element.GetProperty("name").GetString() ?? "");
        return data;
    }

    public static VectorCase Case(string file, int index, bool isRelative = false)
    {
        using var document = Open(file);
        double tolerance = document.RootElement.GetProperty("conventions").GetProperty("tol_abs_default").GetDouble();
        return new VectorCase(document.RootElement.GetProperty("cases")[index].Clone(), tolerance, isRelative);
    }

    private static JsonDocument Open(string file) => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "Vectors", file + ".json")));
}
