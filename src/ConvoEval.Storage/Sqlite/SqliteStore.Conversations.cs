using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Storage.Columns;

namespace ConvoEval.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredConversation> ReadConversationsAsync(
        RunId run, IReadOnlyList<ConversationKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        using var connection = OpenReading();
        var runNo = Reading(() => RunNumber(connection, run));
        // Two statements a conversation, which should see the same store.
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var find = new SqliteStatement(connection, """
            SELECT c.conversation_no, t.payload, c.source_file, c.source_line, c.redaction_version, c.masked_spans,
                   m.name, m.version, m.digest
            FROM conversation AS c
            JOIN transcript AS t ON t.conversation_no = c.conversation_no
            LEFT JOIN label_model AS m ON m.model_no = c.model_no
            WHERE c.run_no = $run_no AND c.key_order = $key_order
            ORDER BY c.revision DESC
            LIMIT 1
            """);
        using var labels = new SqliteStatement(
            connection,
            $"SELECT {LabelRows.Columns} FROM label WHERE conversation_no = $conversation_no ORDER BY turn_index");
        foreach (var key in keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Reading(() => ReadConversation(find, labels, runNo, key)) is { } conversation)
            {
                yield return conversation;
            }
        }

        await snapshot.CommitAsync(cancellationToken);
    }

    private StoredConversation? ReadConversation(
        SqliteStatement find, SqliteStatement findLabels, long runNo, ConversationKey key)
    {
        using var row = find.Rows(runNo, KeyOrder.Write(key));
        if (!row.MoveNext())
        {
            return null;
        }

        var labels = new List<LabelledTurn>();
        using (var labelRow = findLabels.Rows(row.Long()))
        {
            while (labelRow.MoveNext())
            {
                labels.Add(LabelRows.Read(labelRow));
            }
        }

        return new StoredConversation
        {
            Conversation = _codec.Read(Payload.Read(row.Bytes())),
            SourceFile = row.Text(),
            SourceLine = row.Long(),
            RedactionVersion = row.Text(),
            MaskedSpans = row.Int(),
            LabelModel = row.OptionalText() is { } name ? new ModelIdentity(name, row.Text(), row.Text()) : null,
            Labels = labels,
        };
    }
}
