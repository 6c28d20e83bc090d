using System;
using System.IO;

namespace ConvoEval.Benchmarks;

/// <summary>The repository that this program was built from.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ConvoEval.sln")))
                return folder;
        }

        throw new InvalidOperationException($"ConvoEval.sln is in no folder above {AppContext.BaseDirectory}");
    }
}
