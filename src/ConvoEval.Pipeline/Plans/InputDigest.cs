using System;
using System.Buffers;
using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Pipeline.Plans;

/// <summary>What identifies an input file in a plan, and about how much is in it.</summary>
/// <param name="DisplayPath">Path as the workspace names it.</param>
/// <param name="BotVersion">Bot version of the file; null = the records say.</param>
/// <param name="SizeBytes">Size as stored.</param>
/// <param name="Sha256">SHA-256 (hex) of the bytes as stored.</param>
/// <param name="Lines">Lines of the unpacked text: the number of conversations in JSON-lines formats; for progress only.</param>
public sealed record InputDigest(string DisplayPath, string? BotVersion, long SizeBytes, string Sha256, long Lines)
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Reads the file once. A file that vanished or cannot be opened is an exception of the file system.</summary>
    public static async Task<InputDigest> OfAsync(SourceFile file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var stream = File.OpenRead(file.Path);
            long size = 0, lines = 0;
            var isGzip = false;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(0, BufferBytes), cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (size == 0)
                    isGzip = read > 1 && buffer[0] == 0x1f && buffer[1] == 0x8b;
                hash.AppendData(buffer, 0, read);
                lines += buffer.AsSpan(0, read).Count((byte)'\n');
                size += read;
            }

            if (isGzip)
                lines = await UnpackedLinesAsync(stream, buffer, cancellationToken).ConfigureAwait(false);
            return new InputDigest(file.DisplayPath, file.BotVersion, size, Convert.ToHexStringLower(hash.GetHashAndReset()), lines);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<long> UnpackedLinesAsync(FileStream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        long lines = 0;
        try
        {
            await using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            int read;
            while ((read = await unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }
        catch (InvalidDataException)
        {
            // A damaged file is the reader's to reject, with its place; here it only makes the progress bar less exact.
        }

        return lines;
    }
}
