using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Benchmarks.Corpus;

/// <summary>Reads a generated corpus in pieces, so that no station holds more than one piece.</summary>
internal static class CorpusReader
{
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];

    public static async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync(
        string folder, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var piece = new List<Conversation>(size);
        var reader = new NeutralReader();
        foreach (var file in FilesOf(folder))
        {
            await foreach (var item in reader.ReadAsync(new TranscriptSource { Name = "generated", Path = file }, cancellationToken))
            {
                if (item is ReadItem.Rejected rejected)
                    throw new InvalidDataException($"A generated conversation was rejected: {rejected.Input.Message}");
                if (item is not ReadItem.Read read)
                    continue;
                piece.Add(read.Conversation);
                if (piece.Count < size)
                    continue;
                yield return piece;
                piece = new List<Conversation>(size);
            }
        }

        if (piece.Count > 0)
            yield return piece;
    }
}
