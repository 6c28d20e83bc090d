using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage.Columns;
using SQLitePCL;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// Rows of a query, read column by column in the order of the SELECT list, so that no column number is written down
/// anywhere. The types of the columns are those of the schema, which is strict.
/// </summary>
internal sealed class SqliteRow : IDisposable
{
    private readonly SqliteStatement _owner;
    private readonly sqlite3_stmt _statement;
    private int _column;

    public SqliteRow(SqliteStatement owner, sqlite3_stmt statement)
    {
        _owner = owner;
        _statement = statement;
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    public bool MoveNext()
    {
        _column = 0;
        return _owner.Step();
    }

    /// <summary>
    /// Moves to the next row; false after the last. SQLite reads without waiting, so this is done when it returns.
    /// </summary>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(MoveNext());
    }

    public string Text() => StoredText.Read(RawText());

    public string? OptionalText() => IsNullSkipped() ? null : Text();

    public int Int() => checked((int)Long());

    public int? OptionalInt() => IsNullSkipped() ? null : Int();

    public long Long() => raw.sqlite3_column_int64(_statement, _column++);

    public long? OptionalLong() => IsNullSkipped() ? null : Long();

    public bool Flag() => Long() != 0;

    public bool? OptionalFlag() => IsNullSkipped() ? null : Flag();

    public double Number() => raw.sqlite3_column_double(_statement, _column++);

    public double? OptionalNumber() => IsNullSkipped() ? null : Number();

    /// <summary>Bytes, valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes() => raw.sqlite3_column_blob(_statement, _column++);

    /// <summary>Text as it stands in the column, for forms that have their own reader.</summary>
    public string? OptionalRawText() => IsNullSkipped() ? null : RawText();

    public void Dispose() => _owner.Reset();

    private string RawText() => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, _column++));

    private bool IsNullSkipped()
    {
        if (raw.sqlite3_column_type(_statement, _column) != raw.SQLITE_NULL)
        {
            return false;
        }

        _column++;
        return true;
    }
}
