using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConvoEval.EndToEndTests.Faults;

/// <summary>The fault points that a process passed, in order.</summary>
internal sealed class FaultLog(string path)
{
    public string Path => path;

    /// <summary>The names so far; empty before the first.</summary>
    public IReadOnlyList<string> Read()
    {
        if (!File.Exists(path))
            return [];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public int Count(string point) => Read().Count(name => name == point);
}
