using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Benchmarks.Measurements;

/// <summary>Every measurement runs in a process of its own, so that its peak memory and its compiled code are its own.</summary>
internal static class ChildProcess
{
    /// <summary>The verb by which this program measures for its parent.</summary>
    public const string Verb = "measure";

    /// <summary>Starts this program again on two processors and reads what it measured.</summary>
    public static async Task<Measurement> MeasureAsync(MeasureRequest request, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.Scratch);
        try
        {
            var start = new ProcessStartInfo(ProgramPath(), [Verb, JsonSerializer.Serialize(request)]) { RedirectStandardOutput = true };
            start.Environment["DOTNET_PROCESSOR_COUNT"] = request.Parallelism.ToString(CultureInfo.InvariantCulture);
            using var child = Process.Start(start) ?? throw new InvalidOperationException("the measuring process did not start");
            var output = await child.StandardOutput.ReadToEndAsync(cancellationToken);
            await child.WaitForExitAsync(cancellationToken);
            var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
            return child.ExitCode == 0 && last is not null && JsonSerializer.Deserialize<Measurement>(last) is { } measured
                ? measured
                : throw new InvalidOperationException($"measuring '{request.Name}' ended with exit code {child.ExitCode}");
        }
        finally
        {
            Directory.Delete(request.Scratch, recursive: true);
        }
    }

    /// <summary>The child's side: measures and prints one line.</summary>
    public static async Task AnswerAsync(
        string json, Func<MeasureRequest, CancellationToken, Task<Measurement>> measure, TextWriter output, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize<MeasureRequest>(json) ?? throw new ArgumentException("expected a request as JSON");
        Measurement measured;
        try
        {
            measured = await measure(request, cancellationToken);
        }
        catch (MissingPartException missing)
        {
            measured = new Measurement { Name = request.Name, Unit = "", Missing = missing.Message };
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(measured));
    }

    private static string ProgramPath() =>
        Environment.ProcessPath ?? throw new InvalidOperationException("the path of this program is not known");
}
