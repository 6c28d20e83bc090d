namespace ConvoEval.Scoring.Tables;

/// <summary>Conversations that are counted together.</summary>
/// <param name="Version">Number of the version; −1 = unknown; null = all.</param>
/// <param name="Intent">Number of the intent; −1 = unknown; null = all.</param>
/// <param name="Start">First place in the order.</param>
/// <param name="Length">How many.</param>
internal readonly record struct Cell(int? Version, int? Intent, int Start, int Length);
