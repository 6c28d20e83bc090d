using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Pages;

/// <summary>A real browser without a window. Its console goes to standard error.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Path of the browser; null = none here.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a file and gives the document as it stands after its scripts, and what the console said.</summary>
    public static async Task<ProcessResult> OpenAsync(string file)
    {
        if (Path is null)
        {
            Assert.False(Repository.IsContinuousIntegration, "the continuous integration needs chromium");
            Assert.Skip("chromium is not installed");
        }

        using var profile = new TemporaryFolder();
        return await new Executable(Path).RunAsync(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile.Path, "--enable-logging=stderr",
                // The page that measures may look into the page that is measured, both being files.
                "--allow-file-access-from-files", "--window-size=800,900", "--virtual-time-budget=5000", "--dump-dom", new Uri(file).AbsoluteUri,
            ],
            new ProcessSetting { Folder = profile.Path },
            TestContext.Current.CancellationToken);
    }
}
