namespace ConvoEval.Ingestion.Redaction;

/// <summary>Reads a text of a conversation and says what shall stand in its place.</summary>
/// <param name="name">Name of the value, such as a JSON member; null for running text.</param>
/// <param name="text">The text.</param>
/// <returns>The same instance when nothing changes.</returns>
internal delegate string RewriteText(string? name, string text);
