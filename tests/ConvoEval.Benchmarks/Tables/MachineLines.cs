using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using ConvoEval.Benchmarks.Stations;
using ConvoEval.Storage.Sqlite;

namespace ConvoEval.Benchmarks.Tables;

/// <summary>What the numbers were measured on.</summary>
internal static class MachineLines
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";

    public static IEnumerable<string> Of(string models, int parallelism, TimeProvider time)
    {
        yield return "Date: " + time.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
        yield return $"Machine: {Processor()}, {Environment.ProcessorCount} processors, {Memory()} GiB memory, "
            + $"{RuntimeInformation.OSDescription}; two processors given to every measured process, {parallelism} batches at once";
        yield return "Load before the start (runnable processes, last 1, 5 and 15 minutes): " + Load();
        yield return $"Runtime: {RuntimeInformation.FrameworkDescription}; {Configuration()} build";
        yield return "Packages: " + string.Join(", ", Packages());
        foreach (var name in (string[])["harbor-bank", "convo-fast"])
            yield return "Model: " + Model(models, name);
    }

    private static string Processor() => File.Exists(ProcessorFile)
        && File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30)).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Load() =>
        File.Exists(LoadFile) ? string.Join(' ', File.ReadAllText(LoadFile).Split(' ').Take(3)) : "not known on this system";

    private static string Configuration() =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";

    private static IEnumerable<string> Packages()
    {
        foreach (var name in typeof(SqliteStore).Assembly.GetReferencedAssemblies().Where(name => name.Name == "Microsoft.Data.Sqlite"))
            yield return $"{name.Name} {name.Version?.ToString(3)}";
        var lockFile = Path.Combine(RepositoryRoot.Folder, "src", "ConvoEval.Inference", "Runtime", "package.json");
        if (!File.Exists(lockFile))
            yield break;
        using var document = JsonDocument.Parse(File.ReadAllText(lockFile));
        foreach (var package in document.RootElement.GetProperty("dependencies").EnumerateObject())
            yield return $"{package.Name} {package.Value.GetString()}";
    }

    private static string Model(string models, string name) =>
        ProductParts.ModelPath(models, name) is { } path ? $"{name}/{Path.GetFileName(path)}" : $"{name}: not there";
}
