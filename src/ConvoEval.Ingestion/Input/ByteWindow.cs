using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>
/// The part of a stream that is being looked at. It grows with what the caller leaves unread and shrinks again. A stream
/// that breaks reads as ended, with <see cref="Fault"/> set.
/// </summary>
internal sealed class ByteWindow(Stream stream) : IAsyncDisposable
{
    private const int UsualSize = 256 << 10;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _start;
    private int _end;
    private bool _isEnd;

    /// <summary>Why the stream broke; null = it did not.</summary>
    public InputFault? Fault { get; private set; }

    /// <summary>Bytes read and not yet passed. Valid until the next <see cref="FillAsync"/>.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The first unread bytes. Valid until the next <see cref="FillAsync"/>.</summary>
    public ReadOnlyMemory<byte> First(int length) => _buffer.AsMemory(_start, length);

    /// <summary>Passes bytes.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads more. False = there is no more.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isEnd)
            return false;
        MakeRoom();
        try
        {
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += count;
            _isEnd = count == 0;
        }
        catch (EndOfStreamException)
        {
            Break("truncated_gzip", "expected a whole gzip file, found one that ends too early");
        }
        catch (InvalidDataException)
        {
            Break("damaged_gzip", "expected a sound gzip file, found one that does not unpack");
        }
        catch (IOException fault)
        {
            Break("not_readable", $"expected to read to the end of the file, found a read error ({fault.GetType().Name})");
        }

        return !_isEnd;
    }

    public async ValueTask DisposeAsync()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        await stream.DisposeAsync();
    }

    private void Break(string reasonCode, string message)
    {
        _isEnd = true;
        Fault = new InputFault(reasonCode, message);
    }

    private void MakeRoom()
    {
        var live = _end - _start;
        if (live < _buffer.Length / 2 && (_end > _buffer.Length / 2 || _buffer.Length > UsualSize * 4))
            Move(live <= UsualSize / 2 && _buffer.Length > UsualSize * 4 ? UsualSize : _buffer.Length);
        else if (_end == _buffer.Length)
            Move(checked(_buffer.Length * 2));
    }

    private void Move(int size)
    {
        var live = _end - _start;
        if (size == _buffer.Length)
        {
            _buffer.AsSpan(_start, live).CopyTo(_buffer);
        }
        else
        {
            var next = ArrayPool<byte>.Shared.Rent(size);
            _buffer.AsSpan(_start, live).CopyTo(next);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = next;
        }

        _start = 0;
        _end = live;
    }
}
