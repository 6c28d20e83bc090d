using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Formats;
using ConvoEval.Ingestion.Identity;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Pipeline.Batches;

/// <summary>
/// Reads all sources in the order of the plan and cuts them into batches. An item is a conversation or a rejected piece; the batch of an item depends on its
/// place in the input alone, so a resumed run cuts alike.
/// </summary>
internal sealed class BatchReader(EvaluationOptions options, IdentityIndex identity, FaultPoints faults)
{
    /// <summary>The batches from <paramref name="batchesDone"/> on. Items of earlier ones are read over without a look at their identity.</summary>
    public async IAsyncEnumerable<RawBatch> ReadAsync(
        int batchesDone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skip = (long)batchesDone * options.BatchSize;
        var number = batchesDone;
        var draft = new Draft();
        foreach (var source in options.Sources)
        {
            foreach (var file in source.Files)
            {
                faults.Pass(FaultPoints.InputBeforeOpen);
                await foreach (var item in ReadFileAsync(source, file, cancellationToken).ConfigureAwait(false))
                {
                    if (item is ReadItem.Noted noted)
                    {
                        // A note belongs to no place in the input: it goes with the batch that is open, unless that one is long committed.
                        if (skip <= 0)
                            draft.Note(noted.Note);
                        continue;
                    }

                    if (skip-- > 0)
                        continue;
                    Add(draft, source, item);
                    if (draft.Items < options.BatchSize)
                        continue;
                    yield return draft.Close(number++);
                    draft = new Draft();
                }

                faults.Pass(FaultPoints.InputAfterRead);
            }
        }

        if (draft.Items > 0 || draft.Counters.Count > 0)
            yield return draft.Close(number);
    }

    private static async IAsyncEnumerable<ReadItem> ReadFileAsync(
        SourceOptions source, SourceFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = source.Format is { } format
            ? TranscriptFormats.Find(format)
            : await TranscriptFormats.DetectAsync(file.Path, cancellationToken).ConfigureAwait(false);
        if (reader is null)
        {
            yield return new ReadItem.Rejected(new RejectedInput
            {
                File = file.DisplayPath,
                Line = 0,
                ReasonCode = "unknown_format",
                Message = "expected conversations in a known format (convoeval, openai, tau2), found none that could be recognised",
            });
            yield break;
        }

        var transcript = new TranscriptSource
        {
            Name = source.Name,
            Path = file.Path,
            DisplayPath = file.DisplayPath,
            BotVersion = file.BotVersion,
            Options = source.FormatOptions,
        };
        await foreach (var item in reader.ReadAsync(transcript, cancellationToken).ConfigureAwait(false))
            yield return item;
    }

    private void Add(Draft draft, SourceOptions source, ReadItem item)
    {
        draft.Items++;
        switch (item)
        {
            case ReadItem.Rejected rejected:
                draft.Rejected.Add(rejected.Input);
                BatchCounters.Add(draft.Counters, BatchCounters.Rejected, source.Name, 1);
                break;
            case ReadItem.Read read:
                BatchCounters.Add(draft.Counters, BatchCounters.Read, source.Name, 1);
                Identify(draft, source, read);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Identify(Draft draft, SourceOptions source, ReadItem.Read read)
    {
        if (options.Since is { } since && read.Conversation.StartedAt is { } start && DateOnly.FromDateTime(start.UtcDateTime) < since)
        {
            BatchCounters.Add(draft.Counters, BatchCounters.BeforeSince, source.Name, 1);
            return;
        }

        var verdict = identity.Classify(read.Conversation);
        BatchCounters.Add(draft.Counters, BatchCounters.NameOf(verdict.Outcome), source.Name, 1);
        switch (verdict.Outcome)
        {
            case IdentityOutcome.New or IdentityOutcome.Reopened:
                var conversation = read.Conversation with { Revision = verdict.Revision };
                draft.Conversations.Add(new RawConversation(conversation, read.File, read.Line, verdict.ContentHash));
                break;
            case IdentityOutcome.Conflict:
                draft.Rejected.Add(Conflict(read.Conversation.Key, read));
                break;
        }
    }

    private static RejectedInput Conflict(ConversationKey key, ReadItem.Read read) => new()
    {
        File = read.File,
        Line = read.Line,
        ReasonCode = "conflicting_duplicate",
        Message = $"expected conversation {key} to equal or to continue the one read before, found other turns; the first one is kept",
    };

    private sealed class Draft
    {
        public int Items { get; set; }

        public List<RawConversation> Conversations { get; } = [];

        public List<RejectedInput> Rejected { get; } = [];

        public Dictionary<string, long> Counters { get; } = new(StringComparer.Ordinal);

        public void Note(ReadNote note) =>
            BatchCounters.Add(Counters, BatchCounters.Noted, note.Detail is null ? note.Code : $"{note.Code} {note.Detail}", note.Count);

        public RawBatch Close(int number) => new(number, Conversations, Rejected, Counters);

    }
}
