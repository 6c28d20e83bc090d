using System;
using System.Collections.Generic;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Files;

/// <summary>A golden set cannot be used or written as it is; all problems are listed. A retry helps only after they are mended.</summary>
public sealed class GoldenSetException(string message, IReadOnlyList<GoldenFinding> findings)
    : Exception(Text(message, findings))
{
    /// <summary>What is wrong, in order of file and line.</summary>
    public IReadOnlyList<GoldenFinding> Findings { get; } = findings;

    private static string Text(string message, IReadOnlyList<GoldenFinding> findings) =>
        findings.Count == 0 ? message : $"{message}\n{string.Join('\n', findings)}";
}
