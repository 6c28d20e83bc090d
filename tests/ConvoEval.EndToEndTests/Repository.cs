using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace ConvoEval.EndToEndTests;

/// <summary>The source tree that the program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of public conversations; null = not at hand here.</summary>
    public static string? Data { get; } = Environment.GetEnvironmentVariable("CONVOEVAL_DATA") is { Length: > 0 } folder ? folder : null;

    /// <summary>Whether this is the continuous integration, where nothing may be missing.</summary>
    public static bool IsContinuousIntegration { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        foreach (var start in (ReadOnlySpan<string>)[AppContext.BaseDirectory, thisFile])
            for (var folder = Path.GetDirectoryName(start); folder is not null; folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, "ConvoEval.sln")))
                    return folder;
        throw new InvalidOperationException("ConvoEval.sln is in no folder above the tests");
    }
}
