using System;
using System.IO;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Benchmarks.Stations;

namespace ConvoEval.Benchmarks.FirstReports;

/// <summary>A fresh copy of the sample workspace with the golden set and the model that it names, as a clone of the repository has them.</summary>
internal static class SampleCopy
{
    /// <summary>Copies into <paramref name="root"/>; gives the folder of the workspace.</summary>
    public static string Make(string root, string models)
    {
        var model = ProductParts.ModelPath(models, "harbor-bank")
            ?? throw new MissingPartException("no trained model 'harbor-bank' in the folder of models");
        var workspace = Path.Combine(root, "samples", "harbor-bank");
        Copy(Path.Combine(RepositoryRoot.Folder, "samples", "harbor-bank"), workspace);
        Copy(Path.Combine(RepositoryRoot.Folder, "golden-sets", "harbor-bank"), Path.Combine(root, "golden-sets", "harbor-bank"));
        Copy(model, Path.Combine(root, "models", "harbor-bank", Path.GetFileName(model)));
        return workspace;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            // The store of runs made in the sample itself: a first report starts without one.
            if (!Path.GetFileName(folder).StartsWith(".convoeval", StringComparison.Ordinal))
                Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
