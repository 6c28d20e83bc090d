using System;
using System.Globalization;
using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvoEval.Storage.Sqlite;

/// <summary>The file of a store, and how connections to it are made.</summary>
internal sealed class SqliteFile
{
    private const int PageSizeBytes = 4096;

    private readonly TimeSpan _busyTimeout;
    private readonly long? _maxSizeBytes;

    /// <exception cref="ArgumentException">The path is empty or no path.</exception>
    public SqliteFile(string path, SqliteStoreOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The path of a store cannot hold a NUL.", nameof(path));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.FromSeconds(1), nameof(options));
        // A full path is never taken for ":memory:" or for a "file:" address, which SQLite would otherwise obey.
        Path = System.IO.Path.GetFullPath(path);
        _busyTimeout = options.BusyTimeout;
        _maxSizeBytes = options.MaxSizeBytes;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder of the file.</summary>
    public void MakeFolder()
    {
        try
        {
            // Never null: the path is full, and the root itself is refused below as a folder.
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unreachable, $"The folder of the store {Path} cannot be made: {error.Message}", error);
        }
    }

    /// <summary>Refuses what cannot be a store before SQLite touches it.</summary>
    public void RequireFile(bool mustExist)
    {
        if (Directory.Exists(Path))
        {
            throw new StoreException(StoreFailure.NotAStore, $"{Path} is a folder; a store is a file.", null);
        }

        if (mustExist && !File.Exists(Path))
        {
            throw new StoreException(StoreFailure.Missing, $"There is no store at {Path}.", null);
        }
    }

    /// <summary>A connection that may write. Its journal is set once the file is known to be ours.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        var limit = _maxSizeBytes is { } size
            ? Invariant($"PRAGMA max_page_count = {Math.Max(1, size / PageSizeBytes)};")
            : "";
        // The page limit holds for this connection only, so it is set each time. FULL: what was committed survives a
        // power cut.
        Configure(connection, $"""
            PRAGMA foreign_keys = ON;
            PRAGMA synchronous = FULL;
            PRAGMA cache_size = -65536;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            {limit}
            """);
        return connection;
    }

    /// <summary>A connection that only reads, also while another process writes.</summary>
    public SqliteConnection OpenReader()
    {
        SqliteConnection connection;
        try
        {
            connection = Open(SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException error) when (
            error.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && IsFrozen())
        {
            // In a folder where nobody may write, SQLite cannot make the files that readers and writers share. With no
            // writer and no journal, the file is complete by itself.
            connection = Open(SqliteOpenMode.ReadOnly, isImmutable: true);
        }

        Configure(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -32768;");
        return connection;
    }

    private bool IsFrozen()
    {
        var journal = new FileInfo(Path + "-wal");
        return File.Exists(Path) && (!journal.Exists || journal.Length == 0);
    }

    private SqliteConnection Open(SqliteOpenMode mode, bool isImmutable = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = isImmutable ? Address() + "?immutable=1" : Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            Configure(connection, Invariant($"PRAGMA busy_timeout = {(long)_busyTimeout.TotalMilliseconds};"));
            using var probe = connection.CreateCommand();
            probe.CommandText = "SELECT count(*) FROM sqlite_schema";
            probe.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The path as SQLite's kind of address, in which '?', '#' and '%' have a meaning unless escaped.
    /// </summary>
    private string Address()
    {
        var parts = Path.Split(System.IO.Path.DirectorySeparatorChar);
        var root = System.IO.Path.DirectorySeparatorChar == '/' ? "file://" : "file:///";
        return root + string.Join('/', Array.ConvertAll(parts, Uri.EscapeDataString));
    }

    private static void Configure(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
