using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.OpenAi;

/// <summary>
/// Reads JSON lines of OpenAI chat messages: <c>{"messages":[…]}</c>, with whatever stands beside them or in
/// <c>metadata</c> about the conversation. docs/formats/README.md has the mapping.
/// </summary>
public sealed class OpenAiReader : ITranscriptReader
{
    /// <inheritdoc/>
    public string Format => "openai";

    /// <inheritdoc/>
    public IReadOnlyList<SourceOption> Options => [];

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadItem> ReadAsync(TranscriptSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        SourceOptions.Expect(this, source);
        var fileName = Path.GetFileName(source.Path);
        return JsonLines.ReadAsync(source, Parse, cancellationToken);

        Conversation? Parse(ReadOnlyMemory<byte> line, long number, FileNotes notes, out InputFault? fault)
        {
            var fallbackId = string.Create(CultureInfo.InvariantCulture, $"{fileName}:{number}");
            var conversation = RecordNode.Read(line, record => OpenAiConversation.Read(record, source, fallbackId, notes), out fault);
            if (conversation is not null)
                notes.Json.AddSkew(conversation.Turns);
            return conversation;
        }
    }
}
