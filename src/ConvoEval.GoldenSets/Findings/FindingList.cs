using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.GoldenSets.Findings;

/// <summary>Collects findings of one file at a time and hands them out in their order.</summary>
internal sealed class FindingList
{
    private readonly List<GoldenFinding> _findings = [];

    public bool HasErrors => _findings.Any(finding => finding.Severity == GoldenSeverity.Error);

    public void Error(string file, int line, string code, string? subject, string expected, string found) =>
        Add(GoldenSeverity.Error, file, line, code, subject, expected, found);

    public void Warning(string file, int line, string code, string? subject, string expected, string found) =>
        Add(GoldenSeverity.Warning, file, line, code, subject, expected, found);

    public void Note(string file, int line, string code, string? subject, string expected, string found) =>
        Add(GoldenSeverity.Note, file, line, code, subject, expected, found);

    /// <summary>By file, line, code and subject.</summary>
    public IReadOnlyList<GoldenFinding> InOrder() => [.. _findings.Order()];

    private void Add(
        GoldenSeverity severity, string file, int line, string code, string? subject, string expected, string found) =>
        _findings.Add(new GoldenFinding
        {
            Severity = severity,
            File = file,
            Line = line,
            Code = code,
            Subject = subject,
            Expected = expected,
            Found = found,
        });
}
