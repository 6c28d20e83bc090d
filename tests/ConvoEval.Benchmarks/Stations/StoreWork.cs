using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;
using ConvoEval.Storage;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>Commits judged pieces to a SQLite store in the scratch folder, a piece a batch.</summary>
internal static class StoreWork
{
    public static async Task<PreparedWork> OpenAsync(
        MeasureRequest request, JudgedPieces prepared, List<object> opened, CancellationToken cancellationToken)
    {
        var store = await ProductParts.StoreAsync(request.Scratch, cancellationToken);
        opened.Add(store);
        var facts = new FactsCalculator(prepared.Options);
        var runs = await store.ListAsync(cancellationToken);
        var run = await store.StartAsync(
            new NewRun { RunId = new RunId($"store-{runs.Count}"), PlanHash = $"plan-{runs.Count}", PlanJson = "{}", StartedAt = DateTimeOffset.UnixEpoch },
            cancellationToken);
        var batch = 0;
        return async piece =>
        {
            var judged = await prepared.JudgeAsync(piece, cancellationToken);
            var records = judged.Select(entry => new ConversationRecord
            {
                Conversation = entry.Conversation,
                SourceFile = "generated.jsonl",
                SourceLine = 1,
                ContentHash = 1,
                TurnCount = entry.Conversation.Turns.Count,
                RedactionVersion = "benchmark",
                MaskedSpans = 0,
                Labels = entry.Labels,
                LabelModel = entry.Labels.Count > 0 ? prepared.Model : null,
                Verdicts = entry.Verdicts,
                Facts = facts.Calculate(entry.Conversation, entry.Labels, entry.Verdicts),
            }).ToList();
            var record = new BatchRecord { Number = batch++, Conversations = records };
            return async () =>
            {
                await store.CommitBatchAsync(run.RunId, record, cancellationToken);
                return piece.Sum(TurnsOf);
            };
        };
    }

    private static long TurnsOf(Conversation conversation) => conversation.Turns.Count;
}
