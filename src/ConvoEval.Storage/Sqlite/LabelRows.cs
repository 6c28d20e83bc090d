using System;
using ConvoEval.Domain.Labels;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>Labels as rows. Not thread-safe.</summary>
internal sealed class LabelRows : IDisposable
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "turn_index, intent, confidence, out_of_scope, is_out_of_scope, candidates, prediction_set";

    private readonly SqliteStatement _insert;

    public LabelRows(SqliteConnection connection)
    {
        _insert = new SqliteStatement(connection, """
            INSERT INTO label (
              conversation_no, turn_index, intent, confidence, out_of_scope, is_out_of_scope,
              candidates, prediction_set)
            VALUES (
              $conversation_no, $turn_index, $intent, $confidence, $out_of_scope, $is_out_of_scope,
              $candidates, $prediction_set)
            """);
    }

    /// <summary>Adds a label.</summary>
    public void Insert(long conversationNo, LabelledTurn turn) => _insert.Run(
        conversationNo,
        turn.TurnIndex,
        StoredText.Write(turn.Label.Intent),
        turn.Label.Confidence,
        turn.Label.OutOfScope,
        turn.Label.IsOutOfScope,
        StoredJson.Write(turn.Label.Candidates),
        StoredJson.Write(turn.Label.Set));

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static LabelledTurn Read(SqliteRow row) => new(
        row.Int(),
        new TurnLabel
        {
            Intent = row.Text(),
            Confidence = row.Number(),
            OutOfScope = row.Number(),
            IsOutOfScope = row.Flag(),
            Candidates = StoredJson.ReadCandidates(row.OptionalRawText()),
            Set = StoredJson.ReadNames(row.OptionalRawText()),
        });

    public void Dispose() => _insert.Dispose();
}
