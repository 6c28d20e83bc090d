using System;
using System.IO;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>The fields of a review sheet, in order, and how a file name tells its format.</summary>
internal static class ReviewSheetFormat
{
    /// <summary>Columns of the CSV; the last four are for the annotator.</summary>
    public static readonly string[] Columns =
    [
        "id", "source", "conversation", "turn", "version", "day", "item", "question", "context", "response", "probability", "grade",
        "kind", "reason", "annotator",
    ];

    /// <summary>Whether a path names a CSV file; false for JSON lines. Throws for anything else.</summary>
    public static bool IsCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".jsonl" => false,
            var other => throw new ArgumentException($"Review sheet: expected a name that ends in .csv or .jsonl, found '{other}'.", nameof(path)),
        };
    }
}
