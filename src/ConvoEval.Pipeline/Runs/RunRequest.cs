using System;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Pipeline.Progress;

namespace ConvoEval.Pipeline.Runs;

/// <summary>How a run is asked for.</summary>
public sealed record RunRequest
{
    /// <summary>Start anew although a run with the same plan is there.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Judge again what a finished run left unscored.</summary>
    public bool IsRetry { get; init; }

    /// <summary>With <see cref="IsRetry"/>: only what is unscored for this reason; null = all.</summary>
    public UnscoredReason? RetryReason { get; init; }

    /// <summary>Told about the start and about what is done; null = nobody listens.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Told once before work starts: what this start will do.</summary>
    public Action<RunStart>? OnStart { get; init; }
}
