using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <summary>
    /// The conversations of a run, for a query with conversations as c and these three parameters first. They are met
    /// in the order of their numbers, which is the order in which they lie in the file: a walk through the index on
    /// keys (the plus keeps SQLite from it) jumps through the file twice a row, and took four times as long on a
    /// million.
    /// </summary>
    private const string OfRun = "c.conversation_no BETWEEN $first AND $last AND +c.run_no = $run_no";

    /// <inheritdoc/>
    public IAsyncEnumerable<ConversationFacts> ReadFactsAsync(RunId run, CancellationToken cancellationToken)
    {
        var texts = new RepeatedTexts();
        return QueryRunAsync(
            run,
            $"""
            SELECT {FactsRows.Columns}
            FROM latest_conversation AS c CROSS JOIN newest_facts AS f ON f.conversation_no = c.conversation_no
            WHERE {OfRun}
            ORDER BY c.conversation_no
            """,
            [],
            row => FactsRows.Read(row, texts),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredVerdict> ReadVerdictsAsync(
        RunId run, VerdictFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var texts = new RepeatedTexts();
        return QueryRunAsync(
            run,
            $"""
            SELECT c.source, c.source_id, c.revision, {VerdictRows.Columns}
            FROM latest_conversation AS c
            CROSS JOIN standing_verdict AS v ON v.conversation_no = c.conversation_no
            CROSS JOIN judge AS j ON j.judge_no = v.judge_no
            WHERE {OfRun}
              AND ($criterion IS NULL OR v.criterion = $criterion)
              AND ($judge IS NULL OR j.judge = $judge)
              AND ($is_unscored_only = 0 OR v.outcome = 'unscored')
              AND ($reason IS NULL OR v.unscored_reason = $reason)
            ORDER BY c.conversation_no, v.turn_index, v.criterion, v.subject_id, j.judge, j.hash, v.verdict_no
            """,
            [
                StoredText.WriteOptional(filter.Criterion),
                StoredText.WriteOptional(filter.Judge),
                filter.IsUnscoredOnly,
                filter.Reason is { } reason ? StoredNames.Write(reason) : null,
            ],
            row => new StoredVerdict(
                new ConversationKey(texts.Same(row.Text()), row.Text()), row.Int(), VerdictRows.Read(row, texts)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RejectedInput> ReadRejectedAsync(
        RunId run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var connection = OpenReading();
        var runNo = Reading(() => RunNumber(connection, run));
        var rows = QueryAsync(
            connection,
            """
            SELECT file, line, reason_code, message FROM rejected_input WHERE run_no = $run_no ORDER BY rejected_no
            """,
            [runNo],
            static row => new RejectedInput
            {
                File = row.Text(),
                Line = row.Long(),
                ReasonCode = row.Text(),
                Message = row.Text(),
            },
            cancellationToken);
        await foreach (var rejected in rows)
        {
            yield return rejected;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerLine> ReadLedgerAsync(RunId run, CancellationToken cancellationToken) =>
        // The inner query groups by numbers and short names as they stand; the outer one joins judges of the same name.
        QueryRunAsync(
            run,
            $"""
            SELECT g.criterion, g.bot_version, j.judge,
                   sum(g.total), sum(g.scored), sum(g.abstained), sum(g.not_applicable),
                   sum(g.unparsable), sum(g.skipped), sum(g.errored)
            FROM (
              SELECT v.criterion, f.bot_version, v.judge_no,
                     count(*) AS total,
                     sum(v.outcome = 'graded') AS scored,
                     sum(v.outcome = 'abstained') AS abstained,
                     sum(v.outcome = 'not_applicable') AS not_applicable,
                     sum(v.unscored_reason IS NOT NULL AND v.unscored_reason IN (
                       'unparsable', 'truncated', 'refused', 'evidence_not_found')) AS unparsable,
                     sum(v.unscored_reason IS NOT NULL AND v.unscored_reason = 'budget') AS skipped,
                     sum(v.unscored_reason IS NOT NULL AND v.unscored_reason IN ('transport', 'too_large')) AS errored
              FROM latest_conversation AS c
              CROSS JOIN newest_facts AS f ON f.conversation_no = c.conversation_no
              CROSS JOIN standing_verdict AS v ON v.conversation_no = c.conversation_no
              WHERE {OfRun}
              GROUP BY v.criterion, f.bot_version, v.judge_no) AS g
            JOIN judge AS j ON j.judge_no = g.judge_no
            GROUP BY g.criterion, g.bot_version, j.judge
            ORDER BY g.criterion, g.bot_version, j.judge
            """,
            [],
            static row => new LedgerLine
            {
                Criterion = row.Text(),
                BotVersion = row.OptionalText(),
                Judge = row.Text(),
                Total = row.Long(),
                Scored = row.Long(),
                Abstained = row.Long(),
                NotApplicable = row.Long(),
                Unparsable = row.Long(),
                SkippedByBudget = row.Long(),
                Errored = row.Long(),
            },
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ConversationIdentity> ReadIdentityAsync(RunId run, CancellationToken cancellationToken)
    {
        var texts = new RepeatedTexts();
        return QueryRunAsync(
            run,
            $"""
            SELECT c.source, c.source_id, c.turn_count, c.content_hash, c.revision
            FROM conversation AS c WHERE {OfRun} ORDER BY c.conversation_no
            """,
            [],
            row => new ConversationIdentity(
                new ConversationKey(texts.Same(row.Text()), row.Text()),
                row.Int(),
                unchecked((ulong)row.Long()),
                row.Int()),
            cancellationToken);
    }

    private async IAsyncEnumerable<T> QueryRunAsync<T>(
        RunId run,
        string sql,
        SqlValue[] more,
        Func<SqliteRow, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var connection = OpenReading();
        // Two statements, which have to see the same store.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var runNo = Reading(() => RunNumber(connection, run));
        var (first, last) = Reading(() => NumbersOf(connection, runNo));
        await foreach (var item in QueryAsync(connection, sql, [first, last, runNo, .. more], read, cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>
    /// The numbers between which the conversations of a run lie; those of other runs may lie between them.
    /// </summary>
    private static (long First, long Last) NumbersOf(SqliteConnection connection, long runNo)
    {
        using var statement = new SqliteStatement(connection, """
            SELECT coalesce(min(first_conversation), 0), coalesce(max(first_conversation + conversations - 1), -1)
            FROM batch WHERE run_no = $run_no
            """);
        using var row = statement.Rows(runNo);
        row.MoveNext();
        return (row.Long(), row.Long());
    }
}
