namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>A measured quality with its interval.</summary>
/// <param name="Value">Value; null when there was nothing to measure it on.</param>
/// <param name="Low">Lower end of the interval; null with <paramref name="Value"/>.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="N">Items it was measured on.</param>
public sealed record Measurement(double? Value, double? Low, double? High, long N)
{
    /// <summary>Nothing to measure.</summary>
    public static Measurement None { get; } = new(null, null, null, 0);
}
