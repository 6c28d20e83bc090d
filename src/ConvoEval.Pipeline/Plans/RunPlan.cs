using System;
using System.Security.Cryptography;
using System.Text;

namespace ConvoEval.Pipeline.Plans;

/// <summary>
/// Everything that decides the numbers of a run, as canonical JSON: inputs, versions and hashes of models, judges and golden sets, KPI dictionary, seed
/// and options. Two runs with equal plans give equal bytes.
/// </summary>
public sealed record RunPlan
{
    /// <summary>Builds a plan from its canonical JSON.</summary>
    public RunPlan(string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        Json = json;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Canonical JSON.</summary>
    public string Json { get; }

    /// <summary>SHA-256 (hex) of <see cref="Json"/>.</summary>
    public string Hash { get; }

    /// <summary>Name of the run that carries the plan out: the first twelve digits of the hash.</summary>
    public string RunName => Hash[..12];
}
