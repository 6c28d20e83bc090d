using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Tau2;

/// <summary>Reads a run file simulation by simulation. Rejections count the items of <c>simulations</c> from 1.</summary>
internal static class Tau2RunFile
{
    public static async IAsyncEnumerable<ReadItem> ReadAsync(
        ByteWindow window, TranscriptSource source, Tau2Simulation simulation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = new FileNotes();
        var header = new Tau2Header();
        var split = new JsonSplitter(window, source.MaxItemBytes);
        long read = 0;
        while (await split.ReadAsync(cancellationToken))
        {
            if (split.Property != "simulations" || split.Item < 0)
            {
                if (AddToHeader(header, split) is { } strange)
                    yield return strange.At(source, 0);
                continue;
            }

            if (read++ == 0 && !(header.HasInfo && header.HasTasks))
                await LookAheadAsync(header, source, cancellationToken);
            if (split.IsTooLong)
            {
                yield return new InputFault(
                    "line_too_long", FormattableString.Invariant($"expected a simulation of at most {source.MaxItemBytes} bytes, found a longer one"))
                    .At(source, read);
                continue;
            }

            var conversation = RecordNode.Read(split.Value, record => simulation.OfRun(record, header, notes), out var fault);
            if (conversation is not null)
                yield return new ReadItem.Read(conversation, source.Shown, read);
            else if (fault is not null)
                yield return fault.At(source, read);
        }

        if (split.Fault is { } broken)
            yield return broken.At(source, broken == InputFault.EmptyFile ? 0 : read + 1);
        else if (read == 0)
            yield return InputFault.EmptyFile.At(source, 0);
        foreach (var note in notes.Items(source))
            yield return note;
    }

    /// <summary>Takes in what is said about the run or a task; the fault when it is not what it should be.</summary>
    private static InputFault? AddToHeader(Tau2Header header, JsonSplitter split)
    {
        if (split.Property is not ("info" or "tasks") || (split.Property == "tasks" && split.Item < 0))
            return null;
        if (split.IsTooLong)
            return new InputFault("line_too_long", $"{split.Property}: expected a smaller value, found one that is too long to be held");
        RecordNode.Read(
            split.Value,
            record =>
            {
                if (split.Property == "info")
                    header.AddInfo(record);
                else
                    header.AddTask(record);
                return header;
            },
            out var fault);
        return fault is null ? null : fault with { Message = FormattableString.Invariant($"{split.Property}[{split.Item}] {fault.Message}") };
    }

    /// <summary>The simulations came first: goes through the file once for what stands behind them.</summary>
    private static async ValueTask LookAheadAsync(Tau2Header header, TranscriptSource source, CancellationToken cancellationToken)
    {
        var (window, _) = await InputFile.OpenAsync(source.Path, cancellationToken);
        if (window is null)
            return;
        await using var opened = window;
        var split = new JsonSplitter(window, source.MaxItemBytes);
        while (await split.ReadAsync(cancellationToken))
            AddToHeader(header, split);
    }
}
