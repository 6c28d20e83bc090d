using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async Task AppendRetriedAsync(
        RunId run,
        ConversationKey key,
        int revision,
        IReadOnlyList<Verdict> verdicts,
        ConversationFacts updated,
        CancellationToken cancellationToken)
    {
        RecordRules.Check(key.ToString(), verdicts, updated);
        if (verdicts.Count == 0)
        {
            throw new ArgumentException($"No verdict was given for conversation {key}.", nameof(verdicts));
        }

        if (updated.Key != key || updated.Revision != revision)
        {
            throw new ArgumentException(
                $"The facts are of {updated.Key} revision {updated.Revision}, "
                + $"the verdicts of {key} revision {revision}.",
                nameof(updated));
        }

        await WriteAsync(
            StoreFaultPoints.RetryBeforeCommit,
            StoreFaultPoints.RetryAfterCommit,
            (connection, rows) =>
            {
                var conversationNo = ConversationNumber(connection, run, key, revision);
                var owed = ReadOwed(connection, conversationNo);
                foreach (var verdict in verdicts)
                {
                    var judgeNo = rows.Provenance.NumberOf(verdict.Judge);
                    rows.Verdicts.Insert(conversationNo, judgeNo, verdict, TakeOwed(owed, verdict, key).VerdictNo);
                }

                rows.Facts.Insert(conversationNo, NextAttempt(connection, conversationNo), updated);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> CountUnscoredAsync(RunId run, UnscoredReason? reason, CancellationToken cancellationToken)
    {
        var count = 0L;
        var rows = QueryRunAsync(
            run,
            $"""
            SELECT count(*)
            FROM latest_conversation AS c CROSS JOIN standing_verdict AS v ON v.conversation_no = c.conversation_no
            WHERE {OfRun} AND v.outcome = 'unscored' AND ($reason IS NULL OR v.unscored_reason = $reason)
            """,
            [reason is { } only ? StoredNames.Write(only) : null],
            static row => row.Long(),
            cancellationToken);
        await foreach (var value in rows)
        {
            count = value;
        }

        return count;
    }

    private static long ConversationNumber(SqliteConnection connection, RunId run, ConversationKey key, int revision)
    {
        using var find = new SqliteStatement(connection, """
            SELECT conversation_no FROM conversation
            WHERE run_no = $run_no AND key_order = $key_order AND revision = $revision
            """);
        return find.Scalar(RunNumber(connection, run), KeyOrder.Write(key), revision)
            ?? throw new StoreException(
                StoreFailure.UnknownConversation, $"Run {run} has no revision {revision} of conversation {key}.", null);
    }

    private static int NextAttempt(SqliteConnection connection, long conversationNo)
    {
        using var last = new SqliteStatement(
            connection, "SELECT max(attempt) FROM facts WHERE conversation_no = $conversation_no");
        return checked((int)(last.Scalar(conversationNo) ?? -1) + 1);
    }

    private static List<OwedVerdict> ReadOwed(SqliteConnection connection, long conversationNo)
    {
        using var find = new SqliteStatement(connection, """
            SELECT v.verdict_no, v.criterion, v.turn_index, v.subject_id, j.judge, j.hash
            FROM standing_verdict AS v JOIN judge AS j ON j.judge_no = v.judge_no
            WHERE v.conversation_no = $conversation_no AND v.outcome = 'unscored'
            ORDER BY v.verdict_no
            """);
        using var row = find.Rows(conversationNo);
        var owed = new List<OwedVerdict>();
        while (row.MoveNext())
        {
            owed.Add(new OwedVerdict(
                row.Long(),
                row.Text(),
                row.OptionalInt(),
                row.OptionalText(),
                new JudgeDigest(row.Text(), row.Text())));
        }

        return owed;
    }

    /// <summary>Takes the verdict that <paramref name="verdict"/> supersedes out of the list.</summary>
    private static OwedVerdict TakeOwed(List<OwedVerdict> owed, Verdict verdict, ConversationKey key)
    {
        var match = owed.Find(o => o.IsSameItem(verdict) && o.Judge == verdict.Judge);
        if (match is null)
        {
            // A judge that could not be reached has not told its model yet, so its digest may differ the second time.
            var sameName = owed.FindAll(o => o.IsSameItem(verdict) && o.Judge.Judge == verdict.Judge.Judge);
            match = sameName.Count == 1 ? sameName[0] : null;
        }

        if (match is null)
        {
            var turn = verdict.TurnIndex?.ToString(CultureInfo.InvariantCulture);
            throw new StoreException(
                StoreFailure.NothingToSupersede,
                $"Conversation {key} owes no grade on {verdict.Criterion} "
                + $"(turn {turn ?? "none"}, subject {verdict.SubjectId ?? "none"}) "
                + $"by judge {verdict.Judge.Judge}; a grade that stands is not replaced.",
                null);
        }

        owed.Remove(match);
        return match;
    }

    private sealed record OwedVerdict(
        long VerdictNo, string Criterion, int? TurnIndex, string? SubjectId, JudgeDigest Judge)
    {
        public bool IsSameItem(Verdict verdict) =>
            Criterion == verdict.Criterion && TurnIndex == verdict.TurnIndex && SubjectId == verdict.SubjectId;
    }
}
