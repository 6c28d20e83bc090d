using System;
using System.IO;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion;

/// <summary>The folder of real conversations, which stands outside the repository.</summary>
internal static class DataFolder
{
    private const string Variable = "CONVOEVAL_DATA";

    /// <summary>A file in it; skips the test when the folder is not at hand.</summary>
    public static string File(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(Directory.Exists(folder), $"{Variable} names no folder of conversations");
        return Path.Combine([folder ?? "", .. parts]);
    }
}
