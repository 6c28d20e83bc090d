using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Workspaces;
using ConvoEval.GoldenSets.Files;
using ConvoEval.Inference;
using ConvoEval.Inference.Intents;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Cli.Verbs;

/// <summary><c>doctor</c>: tries every part that a run needs, and says what is wrong and what mends it.</summary>
internal static class DoctorVerb
{
    private const long LowDiskBytes = 500L << 20;

    public static Command Create(TerminalOutput output)
    {
        var workspace = CommonOptions.Workspace();
        var command = new Command("doctor", "Try every part that a run needs: runtime, models, workspace, golden set, store, disk. Exit code 4 when one fails.") { workspace };
        command.SetAction((parse, cancellation) => VerbRunner.GuardAsync(
            output, token => ExamineAsync(output, parse.GetValue(workspace), token), cancellation));
        return command;
    }

    private static async Task<int> ExamineAsync(TerminalOutput output, string? given, CancellationToken cancellationToken)
    {
        var failures = 0;
        async Task TryAsync(string part, Func<Task<string>> look)
        {
            try
            {
                output.Results.WriteLine($"ok    {part.PadRight(14)} {await look()}");
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                failures++;
                output.Results.WriteLine($"FAIL  {part.PadRight(14)} {wrong.Message}");
            }
        }

        await TryAsync("program", () => Task.FromResult($"convoeval {Composition.ProgramVersion}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"));
        Workspace? workspace = null;
        await TryAsync("workspace", () =>
        {
            workspace = WorkspaceReader.Read(WorkspaceFinder.Find(given, Directory.GetCurrentDirectory()));
            return Task.FromResult($"{workspace.Options.Workspace}, {workspace.Options.Sources.Count} sources");
        });
        var model = workspace?.Options.IntentModelPath ?? (ModelLocator.TryFind("harbor-bank", Directory.GetCurrentDirectory(), out var found, out _) ? found : null);
        await TryAsync("intent model", () => Task.FromResult(model is null ? "none set" : TryModel(model)));
        if (workspace is not null)
        {
            await TryAsync("golden set", () => GoldenSetAsync(workspace, cancellationToken));
            await TryAsync("store", () => StoreAsync(workspace, cancellationToken));
            await TryAsync("reports", () => Task.FromResult(Writable(workspace.ReportsPath)));
        }

        return failures == 0 ? ExitCode.Fine : ExitCode.Environment;
    }

    private static string TryModel(string folder)
    {
        using var classifier = OnnxIntentClassifier.Open(ModelLocator.Load(folder), new InferenceOptions { Threads = 1 });
        var label = classifier.Classify(["hello"])[0];
        return string.Create(CultureInfo.InvariantCulture, $"{classifier.Identity}, {classifier.Intents.Count} intents; 'hello' is {label.Intent} ({label.Confidence:0.00})");
    }

    private static async Task<string> GoldenSetAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.Options.GoldenSetPath is not { } path)
            return "none set: content adherence cannot be judged";
        var set = (await GoldenSetReader.ReadAsync(path, cancellationToken)).Required();
        return $"{set.Name} {set.Version}: {set.Items.Count} items, {set.Verdicts.Count} verdicts ({set.Annotator})";
    }

    private static async Task<string> StoreAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (!File.Exists(workspace.StorePath))
            return $"not there yet; the first run makes {workspace.StorePath}";
        await using var composition = new Composition();
        var store = await composition.OpenStoreAsync(workspace, StoreAccess.ReadOnly, cancellationToken);
        var runs = await store.ListAsync(cancellationToken);
        return $"{runs.Count} runs in {workspace.StorePath}";
    }

    private static string Writable(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing) ?? throw new IOException($"no folder of {folder} is there");
        var probe = Path.Combine(existing, ".convoeval-doctor");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        var free = new DriveInfo(existing).AvailableFreeSpace;
        if (free < LowDiskBytes)
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"only {free >> 20} MB are free at {existing}"));
        return string.Create(CultureInfo.InvariantCulture, $"{folder} can be written, {free >> 30} GB free");
    }
}
