using System;

namespace ConvoEval.GoldenSets.Findings;

/// <summary>
/// Something that was found in a golden set or a review sheet: where, what was expected, what stands there. Never holds words of a
/// conversation.
/// </summary>
public sealed record GoldenFinding : IComparable<GoldenFinding>
{
    /// <summary>How much it weighs.</summary>
    public required GoldenSeverity Severity { get; init; }

    /// <summary>File name inside the folder of the set.</summary>
    public required string File { get; init; }

    /// <summary>Line from 1; 0 = the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>Machine-readable kind in snake case: invalid_json, missing_field, duplicate_id, hash_mismatch, …</summary>
    public required string Code { get; init; }

    /// <summary>Id of the item or verdict, or name of the field; null when it is about the file.</summary>
    public string? Subject { get; init; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>What was found.</summary>
    public required string Found { get; init; }

    /// <summary>By file, line, code and subject, ordinal.</summary>
    public int CompareTo(GoldenFinding? other)
    {
        if (other is null)
            return 1;
        var order = string.CompareOrdinal(File, other.File);
        if (order == 0)
            order = Line.CompareTo(other.Line);
        if (order == 0)
            order = string.CompareOrdinal(Code, other.Code);
        if (order == 0)
            order = string.CompareOrdinal(Subject, other.Subject);
        return order != 0 ? order : string.CompareOrdinal(Found, other.Found);
    }

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var line = Line == 0 ? "" : FormattableString.Invariant($":{Line}");
        var subject = Subject is null ? "" : $" {Subject}:";
        return $"{File}{line}:{subject} expected {Expected}, found {Found} [{Code}]";
    }
}
