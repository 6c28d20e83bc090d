namespace ConvoEval.Inference.Fitting.Linear;

/// <summary>How separators are fitted.</summary>
internal sealed record MaximumMarginOptions
{
    /// <summary>Price of an example on the wrong side, against the length of the separator.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Largest spread of the projected gradient at which a separator is done.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Passes over the examples at most.</summary>
    public int MaxPasses { get; init; } = 60;

    /// <summary>Seed of the order of examples.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Classes fitted at the same time; the result does not depend on it.</summary>
    public int Threads { get; init; } = 2;
}
