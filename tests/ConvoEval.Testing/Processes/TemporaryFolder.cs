using System;
using System.IO;

namespace ConvoEval.Testing.Processes;

/// <summary>An empty folder of a test's own, taken away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("convoeval-").FullName;

    /// <summary>Path of something inside.</summary>
    public string Inside(params ReadOnlySpan<string> parts)
    {
        var path = Path;
        foreach (var part in parts)
            path = System.IO.Path.Combine(path, part);
        return path;
    }

    /// <summary>Writes a file, with its folders, and gives its path.</summary>
    public string Write(string relative, string text)
    {
        var path = Inside(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies a folder into this one, without what runs leave in it.</summary>
    public void CopyFrom(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(folder, file);
            if (relative.StartsWith(".convoeval", StringComparison.Ordinal) || relative.StartsWith("eval-reports", StringComparison.Ordinal))
                continue;
            var target = Inside(relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target) ?? Path);
            File.Copy(file, target);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
