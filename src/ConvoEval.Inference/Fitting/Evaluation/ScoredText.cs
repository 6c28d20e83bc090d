namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>A label beside the truth, as numbers.</summary>
/// <param name="Truth">Right class; -1 = out of scope.</param>
/// <param name="Predicted">Most probable class.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="OutOfScope">Out-of-scope score.</param>
/// <param name="IsRejected">Whether the model calls it out of scope.</param>
/// <param name="SetSize">Size of the prediction set.</param>
/// <param name="IsInSet">Whether the set holds the right class.</param>
internal readonly record struct ScoredText(
    int Truth, int Predicted, double Confidence, double OutOfScope, bool IsRejected, int SetSize, bool IsInSet);
