using System;
using System.Buffers;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace ConvoEval.Storage.Columns;

/// <summary>
/// Bytes compressed for a column: one byte that names the form, four bytes with the length before compression (little
/// endian), then the bytes. Brotli, because its built-in dictionary of common words helps with texts of a kilobyte,
/// where other methods have nothing to refer back to yet.
/// </summary>
internal static class Payload
{
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int HeaderSize = 5;
    private const int Quality = 2;
    private const int WindowBits = 18;

    /// <summary>Bytes to column.</summary>
    public static byte[] Write(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(HeaderSize + bytes.Length);
        try
        {
            // A compressed form that does not fit into the space of the plain one is not worth having.
            var isSmaller = BrotliEncoder.TryCompress(
                bytes, buffer.AsSpan(HeaderSize, bytes.Length), out var written, Quality, WindowBits);
            if (!isSmaller)
            {
                bytes.CopyTo(buffer.AsSpan(HeaderSize));
                written = bytes.Length;
            }

            buffer[0] = isSmaller ? Brotli : Plain;
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(1), bytes.Length);
            return buffer.AsSpan(0, HeaderSize + written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Column to bytes.</summary>
    /// <exception cref="InvalidDataException">The column is damaged.</exception>
    public static byte[] Read(ReadOnlySpan<byte> column)
    {
        if (column.Length < HeaderSize)
        {
            throw new InvalidDataException($"A payload has at least {HeaderSize} bytes, this one has {column.Length}.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(column[1..]);
        var body = column[HeaderSize..];
        if (column[0] == Plain && length == body.Length)
        {
            return body.ToArray();
        }

        // Brotli cannot expand a byte to more than this; a damaged length must not claim gigabytes.
        const int largestRatio = 1 << 20;
        if (column[0] != Brotli || length < 0 || length / largestRatio > body.Length)
        {
            throw new InvalidDataException("The head of a payload is damaged.");
        }

        var bytes = new byte[length];
        if (!BrotliDecoder.TryDecompress(body, bytes, out var written) || written != length)
        {
            throw new InvalidDataException($"A payload should expand to {length} bytes and does not.");
        }

        return bytes;
    }
}
