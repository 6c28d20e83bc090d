using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async Task CommitBatchAsync(RunId run, BatchRecord batch, CancellationToken cancellationToken)
    {
        RecordRules.Check(batch);
        // Before the transaction: other processes wait for its lock, not for the compression.
        var payloads = new byte[batch.Conversations.Count][];
        for (var i = 0; i < payloads.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            payloads[i] = Payload.Write(_codec.Write(batch.Conversations[i].Conversation));
        }

        await WriteAsync(
            StoreFaultPoints.BatchBeforeCommit,
            StoreFaultPoints.BatchAfterCommit,
            (connection, rows) =>
            {
                var runNo = RunNumber(connection, run);
                RequireRunning(connection, run, runNo);
                var first = rows.LastNumber() + 1;
                InsertBatch(connection, run, runNo, batch, first);
                InsertConversations(rows, runNo, batch, first, payloads, cancellationToken);
                InsertRejected(connection, runNo, batch.Number, batch.Rejected);
            },
            cancellationToken);
    }

    private static void InsertBatch(
        SqliteConnection connection, RunId run, long runNo, BatchRecord batch, long firstConversation)
    {
        using var last = new SqliteStatement(connection, "SELECT max(number) FROM batch WHERE run_no = $run_no");
        var next = last.Scalar(runNo) is long number ? number + 1 : 0;
        if (batch.Number != next)
        {
            throw new StoreException(
                StoreFailure.BatchOutOfOrder,
                $"Run {run} expects batch {next} and was given batch {batch.Number}.",
                null);
        }

        using var insert = new SqliteStatement(connection, """
            INSERT INTO batch (
              run_no, number, conversations, first_conversation, rejected, duplicates, reopened, conflicts)
            VALUES (
              $run_no, $number, $conversations, $first_conversation, $rejected, $duplicates, $reopened, $conflicts)
            """);
        insert.Run(
            runNo,
            batch.Number,
            batch.Conversations.Count,
            batch.Conversations.Count > 0 ? firstConversation : default(long?),
            batch.Rejected.Count,
            batch.Duplicates,
            batch.Reopened,
            batch.Conflicts);
        using var counter = new SqliteStatement(
            connection, "INSERT INTO batch_counter (run_no, number, name, count) VALUES ($run_no, $number, $name, $count)");
        foreach (var (name, count) in batch.Counters)
        {
            counter.Run(runNo, batch.Number, StoredText.Write(name), count);
        }
    }

    private static void InsertConversations(
        ConversationRows rows,
        long runNo,
        BatchRecord batch,
        long firstNumber,
        byte[][] payloads,
        CancellationToken cancellationToken)
    {
        for (var i = 0; i < payloads.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = batch.Conversations[i];
            try
            {
                rows.Insert(firstNumber + i, runNo, batch.Number, record, payloads[i]);
            }
            catch (SqliteException error) when (SqliteErrors.IsUniqueViolation(error))
            {
                var conversation = record.Conversation;
                // The only rows of a record that another record can already have taken are its key and revision.
                throw new StoreException(
                    StoreFailure.DuplicateConversation,
                    $"The run has revision {conversation.Revision} of conversation {conversation.Key} already.",
                    error);
            }
        }
    }

    private static void InsertRejected(
        SqliteConnection connection, long runNo, int batch, IReadOnlyList<RejectedInput> rejected)
    {
        using var insert = new SqliteStatement(connection, """
            INSERT INTO rejected_input (run_no, batch, file, line, reason_code, message)
            VALUES ($run_no, $batch, $file, $line, $reason_code, $message)
            """);
        foreach (var input in rejected)
        {
            insert.Run(
                runNo,
                batch,
                StoredText.Write(input.File),
                input.Line,
                StoredText.Write(input.ReasonCode),
                StoredText.Write(input.Message));
        }
    }
}
