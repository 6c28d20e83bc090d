using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>Opens a transcript file, whatever it is packed in, up to its first character.</summary>
internal static class InputFile
{
    private const int SignatureLength = 6;

    /// <summary>Opens the file, unpacks gzip and passes a byte order mark.</summary>
    /// <returns>The window, to be disposed; or null and why not.</returns>
    public static async ValueTask<(ByteWindow? Window, InputFault? Fault)> OpenAsync(string path, CancellationToken cancellationToken)
    {
        FileStream? file = null;
        PrefixedStream packed;
        byte[] signature;
        try
        {
            file = Open(path);
            var first = new byte[SignatureLength];
            signature = first[..await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken)];
            packed = new PrefixedStream(signature, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (file is not null)
                await file.DisposeAsync();
            return (null, Why(path, fault));
        }

        if (Packing(signature) is { } packing)
        {
            await packed.DisposeAsync();
            return (null, new InputFault("unsupported_packing", $"expected text or gzip, found {packing}"));
        }

        var isGzip = signature.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
        var window = new ByteWindow(isGzip ? new GzipInput(packed, file.CanSeek ? path : null) : packed);
        var isUsable = false;
        try
        {
            var wrong = await PassByteOrderMarkAsync(window, cancellationToken);
            isUsable = wrong is null;
            return isUsable ? (window, null) : (null, wrong);
        }
        finally
        {
            if (!isUsable)
                await window.DisposeAsync();
        }
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });

    private static InputFault Why(string path, Exception fault)
    {
        if (Directory.Exists(path))
            return new InputFault("not_a_file", "expected a file, found a folder");
        return fault is FileNotFoundException or DirectoryNotFoundException
            ? new InputFault("file_missing", "expected a file, found none of this name")
            : new InputFault("not_readable", $"expected a file that can be read, found one that cannot ({fault.GetType().Name})");
    }

    private static string? Packing(ReadOnlySpan<byte> signature) => signature switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
        [0x28, 0xb5, 0x2f, 0xfd, ..] => "zstd",
        [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2",
        [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "xz",
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "Parquet",
        _ => null,
    };

    private static async ValueTask<InputFault?> PassByteOrderMarkAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (window.Unread.Length < 4 && await window.FillAsync(cancellationToken))
        {
            // Until the four bytes that tell the encodings apart are there, or the file ends.
        }

        var encoding = window.Unread switch
        {
            [0xff, 0xfe, 0, 0, ..] or [0, 0, 0xfe, 0xff, ..] or [_, 0, 0, 0, ..] or [0, 0, 0, _, ..] => "UTF-32",
            [0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [_, 0, _, 0, ..] or [0, _, 0, _, ..] => "UTF-16",
            _ => null,
        };
        if (encoding is not null)
            return new InputFault("invalid_encoding", $"expected UTF-8, found {encoding}");
        if (window.Unread.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            window.Advance(3);
        return null;
    }
}
