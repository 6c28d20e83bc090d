using System;

namespace ConvoEval.Pipeline.Progress;

/// <summary>How far a run is.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Done">Conversations done, those of an earlier, interrupted start included.</param>
/// <param name="Total">About how many there are; null = unknown.</param>
/// <param name="AtStart">Of <paramref name="Done"/>, those already done when this start began; they tell nothing about the rate.</param>
/// <param name="Elapsed">Time since this start began.</param>
public readonly record struct RunProgress(string Stage, long Done, long? Total, long AtStart, TimeSpan Elapsed)
{
    /// <summary>Conversations a second since this start; null before the first.</summary>
    public double? Rate => Done > AtStart && Elapsed > TimeSpan.Zero ? (Done - AtStart) / Elapsed.TotalSeconds : null;

    /// <summary>Time left at the present rate; null when it cannot be told.</summary>
    public TimeSpan? Left =>
        Rate is { } rate && Total is { } total && total >= Done ? TimeSpan.FromSeconds((total - Done) / rate) : null;
}
