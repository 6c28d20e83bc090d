using System.IO;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Finds the workspace a verb works on.</summary>
internal static class WorkspaceFinder
{
    public const string FileName = "convoeval.yaml";

    /// <summary>Whether <paramref name="current"/> lies in a workspace.</summary>
    public static bool Exists(string current)
    {
        for (var folder = current; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, FileName)))
                return true;
        return false;
    }

    /// <summary>The folder given, else the nearest folder upwards from <paramref name="current"/> with a workspace file.</summary>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public static string Find(string? given, string current)
    {
        if (given is not null)
        {
            var folder = Path.GetFullPath(given, current);
            if (File.Exists(Path.Combine(folder, FileName)))
                return folder;
            throw new ConfigurationException([$"{given}: expected a folder with {FileName}, found none. 'convoeval init {given}' writes one."]);
        }

        for (var folder = current; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, FileName)))
                return folder;
        throw new ConfigurationException(
            [$"no {FileName} here or in any folder above: name a workspace with --workspace DIR, or write one with 'convoeval init DIR'"]);
    }
}
