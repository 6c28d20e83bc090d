using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>
/// A text file as bytes and as lines. Its bytes are hashed, so a byte order mark or another line end, which a tool may have put
/// there unasked, is an error and is named as such. O(bytes).
/// </summary>
internal static class LineFile
{
    private const long LargestBytes = 256L * 1024 * 1024;

    private const int LargestLineBytes = 4 * 1024 * 1024;

    /// <summary>The bytes; null with a finding when there is no such file, or none that people would have written.</summary>
    public static async Task<byte[]?> ReadAsync(
        string path, string name, FindingList findings, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            findings.Error(name, 0, "missing_file", null, "a file", "none");
            return null;
        }

        if (file.Length > LargestBytes)
        {
            findings.Error(name, 0, "too_large", null, Count(LargestBytes, "bytes at most"), Count(file.Length, "bytes"));
            return null;
        }

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Error(name, 0, "unreadable_file", null, "a file that can be read", failure.GetType().Name);
            return null;
        }
    }

    /// <summary>Notes a byte order mark, carriage returns, a missing last line end and bytes that are no UTF-8.</summary>
    public static void CheckBytes(ReadOnlySpan<byte> bytes, string name, FindingList findings)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            findings.Error(name, 1, "byte_order_mark", null, "UTF-8 without a byte order mark", "a byte order mark");
        var carriage = bytes.IndexOf((byte)'\r');
        if (carriage >= 0)
            findings.Error(
                name, LineAt(bytes, carriage), "carriage_return", null, "lines that end in a line feed alone",
                "a carriage return");
        if (bytes.Length > 0 && bytes[^1] != (byte)'\n')
            findings.Error(name, LineAt(bytes, bytes.Length), "no_final_line_end", null, "a line feed at the end", "none");
        if (!Utf8.IsValid(bytes))
            findings.Error(name, LineAt(bytes, FirstInvalid(bytes)), "invalid_utf8", null, "UTF-8", "bytes that are none");
    }

    /// <summary>Lines that may hold an object; the others are findings. The text after the last line end is a line unless empty.</summary>
    public static IEnumerable<JsonLine> Lines(byte[] bytes, string name, FindingList findings)
    {
        var rest = WithoutMark(bytes);
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > LargestLineBytes)
                findings.Error(
                    name, number, "too_large", null, Count(LargestLineBytes, "bytes at most"), Count(line.Length, "bytes"));
            else if (line.Span.Trim(" \t\r"u8).Length == 0)
                findings.Error(name, number, "empty_line", null, "a JSON object", "an empty line");
            else
                yield return new JsonLine(number, line);
        }
    }

    /// <summary>The bytes after a byte order mark, if there is one.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static int LineAt(ReadOnlySpan<byte> bytes, int position) => 1 + bytes[..position].Count((byte)'\n');

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (true)
        {
            var end = bytes[position..].IndexOf((byte)'\n');
            if (end < 0 || !Utf8.IsValid(bytes.Slice(position, end)))
                return position;
            position += end + 1;
        }
    }

    private static string Count(long count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}";
}
