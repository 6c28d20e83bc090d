using System;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>How responses are drawn for review.</summary>
public sealed record ReviewDrawOptions
{
    /// <summary>Responses to draw in all, from 1; versions share them equally.</summary>
    public required int Count { get; init; }

    /// <summary>Seed of the draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// Share of the draw that is uniform, above 0 to 1. Default 1: every response of a version has the same probability. Below 1
    /// the rest goes to responses that the judge failed or was unsure of, and estimates have to weight back. It cannot be 0, because
    /// then a judge that is surely wrong would never be found out.
    /// </summary>
    public double UniformShare { get; init; } = 1;

    /// <summary>
    /// Lowest probability when the draw is not uniform, from 0 to 1. Default 0.02. Lowered to that of the uniform share where the
    /// responses are too many for it.
    /// </summary>
    public double Floor { get; init; } = 0.02;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        if (UniformShare is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(UniformShare),
                FormattableString.Invariant($"Expected a share above 0 and up to 1, found {UniformShare}."));
        if (Floor is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(Floor), FormattableString.Invariant($"Expected a probability from 0 to 1, found {Floor}."));
    }
}
