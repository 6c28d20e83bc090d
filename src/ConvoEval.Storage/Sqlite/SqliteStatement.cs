using System;
using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// A statement that is compiled once and run often. Values are given in the order in which the $names first stand in
/// the SQL. It stands directly on SQLite's C interface: the commands of the ADO.NET driver look every parameter up by
/// name and box every value, which took as long as the storing. Not thread-safe.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _parameterCount;
    private byte[] _utf8 = new byte[256];

    /// <exception cref="SqliteException">The SQL is wrong, or the schema cannot be read.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _parameterCount = raw.sqlite3_bind_parameter_count(_statement);
    }

    /// <summary>Runs it for its effect.</summary>
    public void Run(params ReadOnlySpan<SqlValue> values)
    {
        Bind(values);
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it for one whole number; null when there is no row, or the value is NULL.</summary>
    public long? Scalar(params ReadOnlySpan<SqlValue> values)
    {
        using var row = Rows(values);
        return row.MoveNext() ? row.OptionalLong() : null;
    }

    /// <summary>Runs it for its rows. They have to be disposed before the statement runs again.</summary>
    public SqliteRow Rows(params ReadOnlySpan<SqlValue> values)
    {
        Bind(values);
        return new SqliteRow(this, _statement);
    }

    /// <summary>Goes on to the next row; false when there is none.</summary>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        Check(result);
        return false;
    }

    /// <summary>Makes it ready to run again. What went wrong was told by <see cref="Step"/>.</summary>
    internal void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Bind(ReadOnlySpan<SqlValue> values)
    {
        if (values.Length != _parameterCount)
        {
            throw new ArgumentException($"The statement takes {_parameterCount} values, {values.Length} were given.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    private int Bind(int position, SqlValue value) => value.Kind switch
    {
        SqlValueKind.Null => raw.sqlite3_bind_null(_statement, position),
        SqlValueKind.Integer => raw.sqlite3_bind_int64(_statement, position, value.Integer),
        SqlValueKind.Number => raw.sqlite3_bind_double(_statement, position, value.Number),
        SqlValueKind.Text => BindText(position, (string?)value.Content ?? ""),
        SqlValueKind.Bytes => raw.sqlite3_bind_blob(_statement, position, (byte[]?)value.Content ?? []),
        _ => throw new UnreachableException($"Values of kind {value.Kind} cannot be bound."),
    };

    private int BindText(int position, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[Math.Max(most, 2 * _utf8.Length)];
        }

        // SQLite copies the bytes, so the buffer serves the next text.
        var length = Encoding.UTF8.GetBytes(text, _utf8);
        return raw.sqlite3_bind_text(_statement, position, _utf8.AsSpan(0, length));
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
