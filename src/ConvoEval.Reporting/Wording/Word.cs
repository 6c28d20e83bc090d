namespace ConvoEval.Reporting.Wording;

/// <summary>A verdict for people.</summary>
/// <param name="Text">The word.</param>
/// <param name="Sign">A sign that says the same.</param>
/// <param name="Tone">How it is dressed.</param>
internal readonly record struct Word(string Text, string Sign, Tone Tone);
