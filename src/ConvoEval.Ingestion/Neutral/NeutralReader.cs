using System;
using System.Collections.Generic;
using System.Threading;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Neutral;

/// <summary>Reads ConvoEval's own format: JSON lines, one neutral record a line.</summary>
public sealed class NeutralReader : ITranscriptReader
{
    /// <inheritdoc/>
    public string Format => "convoeval";

    /// <inheritdoc/>
    public IReadOnlyList<SourceOption> Options => [];

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadItem> ReadAsync(TranscriptSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        SourceOptions.Expect(this, source);
        return JsonLines.ReadAsync(source, Parse, cancellationToken);

        Conversation? Parse(ReadOnlyMemory<byte> line, long number, FileNotes notes, out InputFault? fault)
        {
            fault = null;
            if (TranscriptJson.TryRead(line.Span, source.Name, notes.Json, out var conversation, out var why))
                return source.BotVersion is null ? conversation : conversation with { BotVersion = source.BotVersion };
            fault = new InputFault(why.ReasonCode, why.Message);
            return null;
        }
    }
}
