namespace ConvoEval.Inference.Fitting;

/// <summary>How far a training is.</summary>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
public readonly record struct TrainingProgress(string Step, int Done, int Total);
