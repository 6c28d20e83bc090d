using System;
using System.Diagnostics;

namespace ConvoEval.Benchmarks.Measurements;

/// <summary>Adds up time on the clock and processor time of the process over the stretches between start and stop.</summary>
internal sealed class Meter
{
    private long _began;
    private TimeSpan _cpuBefore;

    public TimeSpan Wall { get; private set; }

    public TimeSpan Cpu { get; private set; }

    public void Start()
    {
        _cpuBefore = CpuTime();
        _began = Stopwatch.GetTimestamp();
    }

    public void Stop()
    {
        Wall += Stopwatch.GetElapsedTime(_began);
        Cpu += CpuTime() - _cpuBefore;
    }

    private static TimeSpan CpuTime()
    {
        if (OperatingSystem.IsMacOS() || OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            return Environment.CpuUsage.TotalTime;
        throw new PlatformNotSupportedException("processor time is read on Linux, macOS and Windows only");
    }
}
