using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Neutral;

namespace ConvoEval.Benchmarks.Corpus;

/// <summary>Writes generated conversations as JSON lines, ten files, one conversation at a time.</summary>
internal static class CorpusWriter
{
    private const int Files = 10;

    public static async Task<CorpusSize> WriteAsync(
        ConversationGenerator generator, string folder, int conversations, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        long turns = 0, userTurns = 0, bytes = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        for (var file = 0; file < Files; file++)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"part-{file:D2}.jsonl"));
            await using var stream = File.Create(path);
            await using (var writer = new TranscriptWriter(stream))
            {
                var end = (int)((file + 1L) * conversations / Files);
                for (var number = (int)((long)file * conversations / Files); number < end; number++)
                {
                    var conversation = generator.Create(number);
                    await writer.WriteAsync(conversation, cancellationToken);
                    foreach (var turn in conversation.Turns)
                    {
                        turns++;
                        if (turn.Role != TurnRole.User)
                            continue;
                        userTurns++;
                        distinct.Add(turn.Text);
                    }
                }
            }

            bytes += stream.Length;
        }

        return new CorpusSize(folder, conversations, turns, userTurns, distinct.Count, bytes);
    }
}
