using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ConvoEval.Benchmarks.Measurements;

/// <summary>The highest resident memory of this process so far.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>In bytes: VmHWM where there is one (kB of 1,024 bytes), else what the runtime knows.</summary>
    public static long Read()
    {
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
            return 1024 * long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - " kB".Length).Trim(), CultureInfo.InvariantCulture);
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
