using System;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// A write transaction. It takes the write lock at once: one that starts by reading could be refused later, when
/// another process wrote in between. Whatever was not committed is undone on disposal.
/// </summary>
internal sealed class SqliteWriting : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqliteWriting(SqliteConnection connection)
    {
        _connection = connection;
        Run("BEGIN IMMEDIATE");
    }

    public void Commit() => Run("COMMIT");

    public void Dispose()
    {
        // After a commit, and after errors that made SQLite undo everything by itself, no transaction is open.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Run("ROLLBACK");
        }
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
