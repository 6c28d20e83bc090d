using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage;

/// <summary>Which verdicts to read. What is null does not restrict.</summary>
public sealed record VerdictFilter
{
    /// <summary>No restriction.</summary>
    public static VerdictFilter All { get; } = new();

    /// <summary>Only this criterion.</summary>
    public string? Criterion { get; init; }

    /// <summary>Only judges of this name.</summary>
    public string? Judge { get; init; }

    /// <summary>Only verdicts that owe a grade.</summary>
    public bool IsUnscoredOnly { get; init; }

    /// <summary>Only verdicts that owe a grade for this reason; implies <see cref="IsUnscoredOnly"/>.</summary>
    public UnscoredReason? Reason { get; init; }
}
