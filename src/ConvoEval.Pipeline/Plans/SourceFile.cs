namespace ConvoEval.Pipeline.Plans;

/// <summary>A file of a transcript source.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="DisplayPath">Path for messages and the plan, the same on every machine.</param>
/// <param name="BotVersion">Bot version of all its conversations; null = the records say.</param>
public sealed record SourceFile(string Path, string DisplayPath, string? BotVersion);
