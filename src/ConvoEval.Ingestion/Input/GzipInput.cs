using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>
/// Unpacks gzip and notices when the end is missing, which <see cref="GZipStream"/> takes for a normal end. The trailer of
/// a gzip member holds CRC-32 and length of what it unpacks to (RFC 1952, 2.3.1). One member: the length must match.
/// Several members in a row: the last bytes, as many as the trailer says, are unpacked once more and must have that CRC-32.
/// </summary>
/// <param name="packed">The packed bytes.</param>
/// <param name="path">File to unpack once more; null = it cannot be opened twice.</param>
internal sealed class GzipInput(PrefixedStream packed, string? path) : Stream
{
    private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress);
    private long _count;
    private bool _isChecked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="EndOfStreamException">The end of the gzip file is missing.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _unpacked.ReadAsync(buffer, cancellationToken);
        _count += count;
        if (count == 0 && buffer.Length > 0 && !_isChecked)
        {
            _isChecked = true;
            if (!await IsWholeAsync(cancellationToken))
                throw new EndOfStreamException("The gzip file ends too early.");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<bool> IsWholeAsync(CancellationToken cancellationToken)
    {
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(packed.Tail);
        var lastLength = BinaryPrimitives.ReadUInt32LittleEndian(packed.Tail[4..]);
        if (lastLength == (uint)_count && _count > 0)
            return true;
        if (lastLength > _count || path is null)
            return false;

        var skip = _count - lastLength;
        var crc = new Crc32();
        var buffer = new byte[64 << 10];
        await using var again = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        for (int count; (count = await again.ReadAsync(buffer, cancellationToken)) > 0; skip -= count)
        {
            if (skip < count)
                crc.Append(buffer.AsSpan((int)Math.Max(skip, 0), count - (int)Math.Max(skip, 0)));
        }

        return crc.Value == expected;
    }
}
