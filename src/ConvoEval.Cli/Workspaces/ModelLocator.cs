using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Cli.Workspaces;

/// <summary>
/// Finds a model folder: a path (with a slash or a dot first) as it stands, a bare name in <c>models/</c> of the workspace, of the folders
/// above it, and beside the program. A name without version takes the newest version.
/// </summary>
internal static class ModelLocator
{
    /// <summary>The model that a workspace names; null when it names none, or none is there (then noted in <paramref name="missing"/>).</summary>
    public static string? Find(YamlSection? models, string key, string directory, List<ConfigurationProblem> missing)
    {
        if (models?.Text(key) is not { } given)
            return null;
        if (TryFind(given, directory, out var path, out var sought))
            return path;
        missing.Add(models.Problem(key, "a model folder", $"none for '{given}'; sought in {string.Join(", ", sought)}"));
        return null;
    }

    /// <summary>Finds a model by name or path; <paramref name="sought"/> lists the folders looked at.</summary>
    public static bool TryFind(string given, string directory, out string path, out IReadOnlyList<string> sought)
    {
        var tried = new List<string>();
        sought = tried;
        foreach (var candidate in Candidates(given, directory))
        {
            tried.Add(candidate);
            if (!Directory.Exists(candidate))
                continue;
            path = Versioned(candidate);
            return true;
        }

        path = "";
        return false;
    }

    /// <summary>Loads a model named on the command line; names are sought from the current folder upwards and beside the program.</summary>
    /// <exception cref="ModelFolderException">There is none, or it is damaged.</exception>
    public static ModelFolder Load(string given)
    {
        if (TryFind(given, Directory.GetCurrentDirectory(), out var path, out var sought))
            return ModelFolder.Load(path);
        throw new ModelFolderException($"no model '{given}': sought in {string.Join(", ", sought)}");
    }

    /// <summary>Folders that may hold models, in order of preference.</summary>
    public static IEnumerable<string> Roots(string directory)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return Path.Combine(folder, "models");
        yield return Path.Combine(AppContext.BaseDirectory, "models");
    }

    private static IEnumerable<string> Candidates(string given, string directory)
    {
        yield return Path.GetFullPath(given, directory);
        if (given.StartsWith('.') || Path.IsPathRooted(given))
            yield break;
        foreach (var root in Roots(directory))
            yield return Path.Combine(root, given);
    }

    private static string Versioned(string folder)
    {
        if (File.Exists(Path.Combine(folder, "manifest.json")))
            return folder;
        var newest = Directory.EnumerateDirectories(folder)
            .Where(version => File.Exists(Path.Combine(version, "manifest.json")))
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : -1)
            .ThenByDescending(version => version, StringComparer.Ordinal)
            .FirstOrDefault();
        return newest ?? folder;
    }
}
