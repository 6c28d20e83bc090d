using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Reporting.Files;

/// <summary>
/// Writes several files so that no reader ever sees half of one: each goes to a temporary file beside its place, is flushed to the
/// disk, and only when all are written they are renamed, in the order given.
/// </summary>
internal static class AtomicFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes texts as UTF-8 without a byte order mark. What was there before is replaced.</summary>
    /// <exception cref="IOException">A file cannot be written; nothing was replaced unless the renaming itself failed.</exception>
    public static async Task WriteAsync(string directory, IReadOnlyList<(string Name, string Text)> files, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory.CreateDirectory(directory);
        var places = files.Select(file => (Final: Path.Combine(directory, file.Name), Temporary: Path.Combine(directory, Temporary(file.Name)), file.Text)).ToList();
        try
        {
            foreach (var (_, temporary, text) in places)
                await WriteOneAsync(temporary, text, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (final, temporary, _) in places)
                File.Move(temporary, final, overwrite: true);
        }
        finally
        {
            foreach (var (_, temporary, _) in places)
                File.Delete(temporary);
        }
    }

    // Two processes that write the same report must not write into each other's file.
    private static string Temporary(string name) => FormattableString.Invariant($".{name}.{Environment.ProcessId}.tmp");

    private static async Task WriteOneAsync(string path, string text, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Utf8.GetBytes(text), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
    }
}
