using System;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>Conversations with their transcripts, labels, verdicts and facts as rows. Not thread-safe.</summary>
internal sealed class ConversationRows : IDisposable
{
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _insertTranscript;
    private readonly SqliteStatement _lastNumber;
    private readonly LabelRows _labels;

    public ConversationRows(SqliteConnection connection)
    {
        _insert = new SqliteStatement(connection, """
            INSERT INTO conversation (
              conversation_no, run_no, batch, key_order, source, source_id, revision, source_file, source_line,
              content_hash, turn_count, redaction_version, masked_spans, model_no)
            VALUES (
              $conversation_no, $run_no, $batch, $key_order, $source, $source_id, $revision, $source_file, $source_line,
              $content_hash, $turn_count, $redaction_version, $masked_spans, $model_no)
            """);
        _insertTranscript = new SqliteStatement(
            connection, "INSERT INTO transcript (conversation_no, payload) VALUES ($conversation_no, $payload)");
        _lastNumber = new SqliteStatement(connection, "SELECT max(conversation_no) FROM conversation");
        _labels = new LabelRows(connection);
        Provenance = new ProvenanceRows(connection);
        Verdicts = new VerdictRows(connection);
        Facts = new FactsRows(connection);
    }

    public ProvenanceRows Provenance { get; }

    public VerdictRows Verdicts { get; }

    public FactsRows Facts { get; }

    /// <summary>
    /// The greatest number given to a conversation; under the write lock nobody else can give the next.
    /// </summary>
    public long LastNumber() => _lastNumber.Scalar() ?? 0;

    /// <summary>Adds a conversation with all that belongs to it.</summary>
    /// <param name="number">Number to give it.</param>
    /// <param name="runNo">Its run.</param>
    /// <param name="batch">Its batch.</param>
    /// <param name="record">The conversation.</param>
    /// <param name="payload">Its transcript as it is stored.</param>
    public void Insert(long number, long runNo, int batch, ConversationRecord record, byte[] payload)
    {
        var key = record.Conversation.Key;
        _insert.Run(
            number,
            runNo,
            batch,
            KeyOrder.Write(key),
            StoredText.Write(key.Source),
            StoredText.Write(key.SourceId),
            record.Conversation.Revision,
            StoredText.Write(record.SourceFile),
            record.SourceLine,
            unchecked((long)record.ContentHash),
            record.TurnCount,
            StoredText.Write(record.RedactionVersion),
            record.MaskedSpans,
            record.LabelModel is { } model ? Provenance.NumberOf(model) : default(long?));
        _insertTranscript.Run(number, payload);
        foreach (var label in record.Labels)
        {
            _labels.Insert(number, label);
        }

        foreach (var verdict in record.Verdicts)
        {
            Verdicts.Insert(number, Provenance.NumberOf(verdict.Judge), verdict, supersedes: null);
        }

        Facts.Insert(number, attempt: 0, record.Facts);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertTranscript.Dispose();
        _lastNumber.Dispose();
        _labels.Dispose();
        Provenance.Dispose();
        Verdicts.Dispose();
        Facts.Dispose();
    }
}
