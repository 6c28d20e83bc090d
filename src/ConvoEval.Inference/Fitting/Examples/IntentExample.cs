namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>A text and the intent a person gave it.</summary>
/// <param name="Text">What a user said.</param>
/// <param name="Intent">Name of the intent; the name for "none" is set in the options, usually <c>oos</c>.</param>
public sealed record IntentExample(string Text, string Intent);
