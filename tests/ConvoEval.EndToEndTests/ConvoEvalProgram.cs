using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests;

/// <summary>The built program, beside the tests.</summary>
internal static class ConvoEvalProgram
{
    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "convoeval.exe" : "convoeval");

    public static Executable Executable { get; } = new(Path);

    /// <summary>Runs a command line in a folder to its end.</summary>
    public static Task<ProcessResult> RunAsync(string folder, params string[] arguments) =>
        Executable.RunAsync(arguments, new ProcessSetting { Folder = folder }, TestContext.Current.CancellationToken);

    /// <summary>Runs a command line with lines on standard input.</summary>
    public static Task<ProcessResult> FeedAsync(string folder, string input, params string[] arguments) =>
        Executable.RunAsync(arguments, new ProcessSetting { Folder = folder, Input = input }, TestContext.Current.CancellationToken);

    /// <summary>The only report folder of a workspace.</summary>
    public static string ReportOf(string workspace) =>
        Assert.Single(Directory.GetDirectories(System.IO.Path.Combine(workspace, "eval-reports")));

    /// <summary>Every file of a report that comparisons of bytes look at, by name.</summary>
    public static SortedDictionary<string, byte[]> FilesOf(string report)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(report, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(report, file);
            if (name != "run.json")
                files[name] = File.ReadAllBytes(file);
        }

        return files;
    }

    /// <summary>Fails unless two reports hold the same files with the same bytes, run.json aside.</summary>
    public static void AssertSameBytes(string expectedReport, string actualReport)
    {
        var expected = FilesOf(expectedReport);
        var actual = FilesOf(actualReport);
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, bytes) in expected)
            Assert.True(bytes.AsSpan().SequenceEqual(actual[name]), $"{name} differs between {expectedReport} and {actualReport}");
    }
}
