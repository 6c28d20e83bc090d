namespace ConvoEval.Domain.Transcripts;

/// <summary>An intent and how sure a model is of it.</summary>
/// <param name="Intent">Name of the intent.</param>
/// <param name="Confidence">From 0 to 1; null when the source gives none.</param>
public readonly record struct IntentCandidate(string Intent, double? Confidence);
