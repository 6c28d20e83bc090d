using System;
using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvoEval.Storage.Sqlite;

/// <summary>What SQLite's result codes mean to people.</summary>
internal static class SqliteErrors
{
    /// <summary>Whether a unique index refused a row.</summary>
    public static bool IsUniqueViolation(SqliteException error) =>
        error.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY;

    /// <summary>The exception to throw in place of <paramref name="error"/>.</summary>
    public static StoreException Translate(SqliteException error, string path)
    {
        var (failure, message) = error.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => (StoreFailure.Full, "has no room left (disk full, or the size limit reached); "
                + "nothing of the last step was stored, free some space and run again"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                (StoreFailure.ReadOnly, "may only be read: check the permissions of the file and of its folder"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                (StoreFailure.Busy, "is held by another process for too long; run again when that one is done"),
            raw.SQLITE_NOTADB => (StoreFailure.NotAStore, "is no SQLite file"),
            raw.SQLITE_CORRUPT => (StoreFailure.Damaged, "is damaged; put back a copy, or move it away and run afresh"),
            raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH =>
                (StoreFailure.Unreachable, "cannot be opened: check that the folder exists and that you may use it"),
            raw.SQLITE_IOERR => (StoreFailure.InputOutput, "could not be read or written"),
            raw.SQLITE_TOOBIG => (StoreFailure.TooLarge, "cannot hold a value of more than a billion bytes"),
            _ => (StoreFailure.Rejected, "refused"),
        };
        return new StoreException(failure, $"The store {path} {message} (SQLite: {error.Message})", error);
    }

    /// <summary>The exception for a column that holds what nobody of ours wrote.</summary>
    public static StoreException Damaged(Exception error, string path) => new(
        StoreFailure.Damaged, $"The store {path} holds a value that cannot be read: {error.Message}", error);

    /// <summary>Whether an exception says that a column holds what nobody of ours wrote.</summary>
    public static bool IsUnreadable(Exception error) =>
        error is FormatException or InvalidDataException or OverflowException or System.Text.Json.JsonException;
}
