using System.Collections.Generic;
using System.Threading;

namespace ConvoEval.Ingestion.Reading;

/// <summary>Reads one transcript format. Keeps no state between calls, so one instance may serve several files at once.</summary>
public interface ITranscriptReader
{
    /// <summary>Name of the format, as the workspace file spells it.</summary>
    string Format { get; }

    /// <summary>What can be set for this format; empty = nothing.</summary>
    IReadOnlyList<SourceOption> Options { get; }

    /// <summary>
    /// Reads a file in its own order. Memory stays bounded by the longest conversation, not by the file. What cannot be read
    /// becomes a <see cref="ReadItem.Rejected"/> and the rest goes on; <see cref="ReadItem.Noted"/> items close the file.
    /// The same id may come several times: <c>IdentityIndex</c> tells what that means.
    /// </summary>
    /// <exception cref="System.ArgumentException">The source sets an option that <see cref="Options"/> does not have.</exception>
    IAsyncEnumerable<ReadItem> ReadAsync(TranscriptSource source, CancellationToken cancellationToken);
}
