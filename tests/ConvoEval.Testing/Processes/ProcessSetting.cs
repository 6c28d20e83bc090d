using System;
using System.Collections.Generic;

namespace ConvoEval.Testing.Processes;

/// <summary>Where and with what a process runs.</summary>
public sealed record ProcessSetting
{
    /// <summary>Current folder of the process.</summary>
    public required string Folder { get; init; }

    /// <summary>Environment variables set (null = taken away) on top of those of the test.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Standard input; null = empty.</summary>
    public string? Input { get; init; }

    /// <summary>A process that lives longer is ended and fails its test. Generous: the machines that test may be busy.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);
}
