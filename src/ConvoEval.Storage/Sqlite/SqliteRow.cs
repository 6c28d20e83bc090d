using System;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// Rows of a query, read column by column in the order of the SELECT list, so that no column number is written down anywhere.
/// </summary>
internal sealed class SqliteRow : IDisposable
{
    private readonly SqliteDataReader _reader;
    private int _column;

    public SqliteRow(SqliteDataReader reader)
    {
        _reader = reader;
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    public bool MoveNext()
    {
        _column = 0;
        return _reader.Read();
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    public Task<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        _column = 0;
        return _reader.ReadAsync(cancellationToken);
    }

    public string Text() => StoredText.Read(_reader.GetString(_column++));

    public string? OptionalText() => IsNullSkipped() ? null : Text();

    public int Int() => _reader.GetInt32(_column++);

    public int? OptionalInt() => IsNullSkipped() ? null : Int();

    public long Long() => _reader.GetInt64(_column++);

    public long? OptionalLong() => IsNullSkipped() ? null : Long();

    public bool Flag() => Long() != 0;

    public bool? OptionalFlag() => IsNullSkipped() ? null : Flag();

    public double Number() => _reader.GetDouble(_column++);

    public double? OptionalNumber() => IsNullSkipped() ? null : Number();

    public byte[] Bytes() => _reader.GetFieldValue<byte[]>(_column++);

    /// <summary>Text as it stands in the column, for forms that have their own reader.</summary>
    public string? OptionalRawText() => IsNullSkipped() ? null : _reader.GetString(_column++);

    public void Dispose() => _reader.Dispose();

    private bool IsNullSkipped()
    {
        if (!_reader.IsDBNull(_column))
        {
            return false;
        }

        _column++;
        return true;
    }
}
