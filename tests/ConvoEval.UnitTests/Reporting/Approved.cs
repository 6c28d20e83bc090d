using System;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace ConvoEval.UnitTests.Reporting;

/// <summary>
/// Compares long text with the approved file beside the tests. To accept a change, copy the .received file over the .approved one.
/// </summary>
internal static class Approved
{
    public static void Verify(string name, string received, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller) ?? throw new ArgumentException("Expected a file in a folder.", nameof(caller)), "Approved");
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var approved = Path.Combine(folder, $"{stem}.approved{extension}");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected != received)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{stem}.received{extension}"), received);
        }

        Assert.Equal(expected, received);
    }
}
