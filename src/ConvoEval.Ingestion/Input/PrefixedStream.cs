using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>Gives back bytes that were read too early, then the rest of the stream; remembers the last eight bytes.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
{
    private const int TailLength = 8;
    private readonly byte[] _tail = new byte[TailLength];
    private ReadOnlyMemory<byte> _prefix = prefix;

    /// <summary>The last eight bytes that were read, oldest first.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
        => TakePrefix(buffer.AsSpan(offset, count), out var taken) ? taken : Remember(buffer.AsSpan(offset, rest.Read(buffer, offset, count)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TakePrefix(buffer.Span, out var taken))
            return taken;
        var count = await rest.ReadAsync(buffer, cancellationToken);
        return Remember(buffer.Span[..count]);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }

    private bool TakePrefix(Span<byte> buffer, out int taken)
    {
        taken = Math.Min(buffer.Length, _prefix.Length);
        if (taken == 0)
            return false;
        _prefix.Span[..taken].CopyTo(buffer);
        _prefix = _prefix[taken..];
        Remember(buffer[..taken]);
        return true;
    }

    private int Remember(ReadOnlySpan<byte> read)
    {
        var kept = Math.Min(read.Length, TailLength);
        _tail.AsSpan(kept).CopyTo(_tail);
        read[^kept..].CopyTo(_tail.AsSpan(TailLength - kept));
        return read.Length;
    }
}
