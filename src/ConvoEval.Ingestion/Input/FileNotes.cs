using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Input;

/// <summary>Counts what is strange in a file.</summary>
internal sealed class FileNotes
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Unknown fields and turns out of time.</summary>
    public TranscriptJsonNotes Json { get; } = new();

    public void Add(string code) => _counts[code] = _counts.GetValueOrDefault(code) + 1;

    /// <summary>The notes for the end of the file, always in the same order.</summary>
    public IEnumerable<ReadItem> Items(TranscriptSource source)
    {
        foreach (var (field, count) in Json.UnknownFields)
            yield return Item(source, "unknown_field", field, count);
        if (Json.SkewedTurns > 0)
            yield return Item(source, "clock_skew", null, Json.SkewedTurns);
        foreach (var (code, count) in _counts)
            yield return Item(source, code, null, count);
    }

    private static ReadItem.Noted Item(TranscriptSource source, string code, string? detail, long count)
        => new(new ReadNote { File = source.Shown, Code = code, Detail = detail, Count = count });
}
