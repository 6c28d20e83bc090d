using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Input;

/// <summary>Reads a file with one conversation per line, whatever a line looks like.</summary>
internal static class JsonLines
{
    /// <summary>Makes a conversation out of a line.</summary>
    /// <param name="line">The line, valid during the call.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="notes">Collects what is strange.</param>
    /// <param name="fault">Why not, when the result is null.</param>
    public delegate Conversation? Parser(ReadOnlyMemory<byte> line, long number, FileNotes notes, out InputFault? fault);

    public static async IAsyncEnumerable<ReadItem> ReadAsync(
        TranscriptSource source, Parser parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (window, refusal) = await InputFile.OpenAsync(source.Path, cancellationToken);
        if (window is null)
        {
            if (refusal is not null)
                yield return refusal.At(source, 0);
            yield break;
        }

        await using var opened = window;
        await foreach (var item in ReadAsync(window, source, parse, cancellationToken))
            yield return item;
    }

    /// <summary>The same for a window that is open already; it stays open.</summary>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(
        ByteWindow window, TranscriptSource source, Parser parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = new FileNotes();
        var lines = new LineReader(window, source.MaxItemBytes);
        var isEmpty = true;
        while (await lines.ReadAsync(cancellationToken))
        {
            isEmpty = false;
            if (lines.IsTooLong)
            {
                yield return new InputFault(
                    "line_too_long", FormattableString.Invariant($"expected a line of at most {source.MaxItemBytes} bytes, found a longer one"))
                    .At(source, lines.Number);
                continue;
            }

            var conversation = parse(lines.Line, lines.Number, notes, out var fault);
            if (conversation is not null)
                yield return new ReadItem.Read(conversation, source.Shown, lines.Number);
            else if (fault is not null)
                yield return fault.At(source, lines.Number);
        }

        if (window.Fault is { } broken)
            yield return broken.At(source, lines.Number + 1);
        else if (isEmpty)
            yield return InputFault.EmptyFile.At(source, 0);
        foreach (var note in notes.Items(source))
            yield return note;
    }
}
