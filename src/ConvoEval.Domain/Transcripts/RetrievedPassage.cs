namespace ConvoEval.Domain.Transcripts;

/// <summary>A passage that was retrieved for the bot's answer.</summary>
/// <param name="Id">Id of the passage or document; null when unknown.</param>
/// <param name="Text">Its text.</param>
public sealed record RetrievedPassage(string? Id, string Text);
