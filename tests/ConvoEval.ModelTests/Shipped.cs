using System;
using System.IO;
using System.Linq;
using ConvoEval.Inference.Catalog;
using Xunit;

namespace ConvoEval.ModelTests;

/// <summary>The models of the repository, and the data that is not part of it.</summary>
internal static class Shipped
{
    /// <summary>The folder <c>models</c> of the source tree.</summary>
    public static string Models { get; } = Path.Combine(Root(), "models");

    public static ModelFolder Folder(string name) => ModelFolder.Find(name, [Models]);

    /// <summary>A file of the data folder; skips the test when the folder is not given.</summary>
    public static string Data(string path)
    {
        var root = Environment.GetEnvironmentVariable("CONVOEVAL_DATA");
        Assert.SkipUnless(root is not null, "CONVOEVAL_DATA is not set: the public data sets are not on this machine.");
        return Path.Combine(root!, path); // not null: the line above skips otherwise
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("ConvoEval.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds ConvoEval.sln.");
    }
}
