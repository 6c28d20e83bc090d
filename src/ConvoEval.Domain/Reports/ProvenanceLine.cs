namespace ConvoEval.Domain.Reports;

/// <summary>Something the numbers depend on, with its version and hash.</summary>
/// <param name="What">input, model, golden set, judge, KPI dictionary, goals, masking, program, …</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty when it has none.</param>
/// <param name="Hash">SHA-256 (hex), possibly shortened for people only; empty when it has none.</param>
public sealed record ProvenanceLine(string What, string Name, string Version, string Hash);
