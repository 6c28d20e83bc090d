using System.Collections.Generic;

namespace ConvoEval.Benchmarks.Measurements;

/// <summary>What one child process measured. Written as one line of JSON.</summary>
internal sealed record Measurement
{
    /// <summary>What was measured.</summary>
    public required string Name { get; init; }

    /// <summary>What was counted: user turns, turns, conversations.</summary>
    public required string Unit { get; init; }

    /// <summary>How many of them.</summary>
    public long Items { get; init; }

    /// <summary>Time on the clock inside the measured part, seconds.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Processor time of the whole process inside the measured part, seconds: what a busy machine does not stretch.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Highest resident memory of the process, in bytes, reading of the input included.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Parts of the time by name, seconds summed over threads.</summary>
    public IReadOnlyDictionary<string, double> Parts { get; init; } = new Dictionary<string, double>();

    /// <summary>Versions of models and the like.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why nothing was measured; null = it was.</summary>
    public string? Missing { get; init; }
}
