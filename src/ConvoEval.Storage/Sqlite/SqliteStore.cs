using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// A store in one SQLite file. One process writes at a time, by whole transactions; any number of processes read
/// meanwhile. Thread-safe: writers wait for each other, each stream of rows has a connection of its own.
/// </summary>
public sealed partial class SqliteStore : IRunStore, IRunReader, IVerdictStore, IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly ConversationCodec _codec;
    private readonly Action<string>? _faultPoint;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SqliteConnection? _writer;
    private readonly ConversationRows? _conversations;
    private bool _isDisposed;

    private SqliteStore(SqliteFile file, SqliteStoreOptions options, SqliteConnection? writer)
    {
        _file = file;
        _codec = options.Codec;
        _faultPoint = options.FaultPoint;
        _writer = writer;
        _conversations = writer is null ? null : new ConversationRows(writer);
    }

    /// <summary>Full path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>
    /// Opens a store; for writing also makes the file with its folder and brings it to the version of this program.
    /// </summary>
    /// <exception cref="StoreException">
    /// The file is not there, not ours, damaged, of a newer program, or cannot be used.
    /// </exception>
    public static async Task<SqliteStore> OpenAsync(
        string path, SqliteStoreOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var file = new SqliteFile(path, options);
        var isReader = options.Access == StoreAccess.ReadOnly;
        file.RequireFile(mustExist: isReader);
        if (!isReader)
        {
            file.MakeFolder();
        }

        // SQLite has no asynchronous calls, and opening may wait long for another process that migrates.
        return await Task.Run(
            () => isReader ? OpenReader(file, options) : OpenWriter(file, options), cancellationToken);
    }

    /// <summary>Closes the store. Streams that are being read go on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _conversations?.Dispose();
            if (_writer is not null)
            {
                await _writer.DisposeAsync();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private static SqliteStore OpenReader(SqliteFile file, SqliteStoreOptions options)
    {
        try
        {
            using var connection = file.OpenReader();
            Migrator.RequireReadable(connection, file.Path);
            return new SqliteStore(file, options, writer: null);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, file.Path);
        }
    }

    private static SqliteStore OpenWriter(SqliteFile file, SqliteStoreOptions options)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = file.OpenWriter();
            Migrator.Migrate(connection, file.Path, options.FaultPoint);
            var store = new SqliteStore(file, options, connection);
            connection = null;
            return store;
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, file.Path);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>Runs a write transaction between two fault points. What throws inside leaves nothing behind.</summary>
    private async Task WriteAsync(
        string before,
        string after,
        Action<SqliteConnection, ConversationRows> write,
        CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_writer is null || _conversations is null)
            {
                throw new StoreException(
                    StoreFailure.ReadOnly, $"The store {Path} was opened for reading only.", null);
            }

            using (var transaction = new SqliteWriting(_writer))
            {
                _conversations.Provenance.Forget();
                write(_writer, _conversations);
                _faultPoint?.Invoke(before);
                transaction.Commit();
            }

            _faultPoint?.Invoke(after);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, Path);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Opens a connection for one stream.</summary>
    private SqliteConnection OpenReading()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            return _file.OpenReader();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, Path);
        }
    }

    /// <summary>
    /// Streams the rows of a query. The query is one statement, so it sees the store as of its first row.
    /// </summary>
    private async IAsyncEnumerable<T> QueryAsync<T>(
        SqliteConnection connection,
        string sql,
        SqlValue[] values,
        Func<SqliteRow, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var statement = new SqliteStatement(connection, sql);
        using var rows = Reading(() => statement.Rows(values));
        while (await MoveAsync(rows, cancellationToken))
        {
            yield return Read(rows, read);
        }
    }

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, Path);
        }
        catch (Exception error) when (SqliteErrors.IsUnreadable(error))
        {
            throw SqliteErrors.Damaged(error, Path);
        }
    }

    private async Task<bool> MoveAsync(SqliteRow rows, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.MoveNextAsync(cancellationToken);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, Path);
        }
    }

    private T Read<T>(SqliteRow rows, Func<SqliteRow, T> read)
    {
        try
        {
            return read(rows);
        }
        catch (Exception error) when (SqliteErrors.IsUnreadable(error))
        {
            throw SqliteErrors.Damaged(error, Path);
        }
    }

    private static long RunNumber(SqliteConnection connection, RunId run)
    {
        using var statement = new SqliteStatement(connection, "SELECT run_no FROM run WHERE run_id = $run_id");
        return statement.Scalar(run.Value)
            ?? throw new StoreException(StoreFailure.UnknownRun, $"The store has no run {run}.", null);
    }
}
