namespace ConvoEval.Domain.Golden;

/// <summary>A required fact or a forbidden statement of a golden item.</summary>
public sealed record GoldenStatement
{
    /// <summary>Id within its item: r1, r2, … or f1, f2, …</summary>
    public required string Id { get; init; }

    /// <summary>The statement in words.</summary>
    public required string Text { get; init; }

    /// <summary>One confirmed case blocks a release, whatever the rate. Only forbidden statements may be critical.</summary>
    public bool IsCritical { get; init; }
}
