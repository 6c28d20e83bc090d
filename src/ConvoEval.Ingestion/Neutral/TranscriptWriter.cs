using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Neutral;

/// <summary>Writes conversations as JSON lines of the neutral format, line end <c>\n</c>. Not thread-safe; leaves the stream open.</summary>
/// <param name="stream">Where to.</param>
public sealed class TranscriptWriter(Stream stream) : IAsyncDisposable
{
    private const int FlushAt = 64 << 10;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt);

    /// <summary>Writes one conversation.</summary>
    public async ValueTask WriteAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        TranscriptJson.Write(_buffer, conversation);
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Hands everything to the stream.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Flushes.</summary>
    public ValueTask DisposeAsync() => FlushAsync(CancellationToken.None);
}
