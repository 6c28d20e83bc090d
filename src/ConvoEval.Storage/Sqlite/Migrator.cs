using System;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>Brings a store to the version of this program, forward only. Several processes may do it at once.</summary>
internal static class Migrator
{
    /// <summary>Says in the head of the file that it is ours: "CEVA".</summary>
    private const int ApplicationId = 0x43455641;

    /// <summary>
    /// Refuses files of others and stores of newer programs; for a reader also stores that need a migration.
    /// </summary>
    public static void RequireReadable(SqliteConnection connection, string path)
    {
        var needed = Migration.LoadAll().Count;
        var version = RequireOurs(connection, path, needed);
        if (version < needed)
        {
            throw new StoreException(
                StoreFailure.NeedsMigration,
                $"The store {path} has version {version}, this program reads version {needed}. "
                + "Open it once for writing, which migrates it.",
                null);
        }
    }

    /// <summary>Migrates where needed.</summary>
    public static void Migrate(SqliteConnection connection, string path, Action<string>? faultPoint)
    {
        var migrations = Migration.LoadAll();
        // Looked at before anything is written, so that somebody else's file stays as it is.
        var version = RequireOurs(connection, path, migrations.Count);
        Run(connection, "PRAGMA journal_mode = WAL");
        if (version == migrations.Count)
        {
            return;
        }

        using var transaction = new SqliteWriting(connection);
        // Looked at again under the lock: another process may have been faster.
        version = RequireOurs(connection, path, migrations.Count);
        if (version == migrations.Count)
        {
            return;
        }

        for (var i = version; i < migrations.Count; i++)
        {
            Run(connection, migrations[i].Sql);
        }

        // Both stand in the head of the file and belong to the transaction. A pragma takes no parameters; both are our
        // own numbers.
        Run(connection, string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Count}"));
        faultPoint?.Invoke(StoreFaultPoints.MigrateBeforeCommit);
        transaction.Commit();
        faultPoint?.Invoke(StoreFaultPoints.MigrateAfterCommit);
    }

    /// <summary>Version of the store, 0 for an empty file.</summary>
    private static int RequireOurs(SqliteConnection connection, string path, int newest)
    {
        using var statement = new SqliteStatement(connection, """
            SELECT (SELECT application_id FROM pragma_application_id),
                   (SELECT user_version FROM pragma_user_version),
                   (SELECT count(*) FROM sqlite_schema)
            """);
        using var row = statement.Rows();
        row.MoveNext();
        var application = row.Long();
        var version = row.Int();
        var isEmpty = row.Long() == 0;
        if (application != ApplicationId && !(isEmpty && application == 0 && version == 0))
        {
            throw new StoreException(
                StoreFailure.NotAStore,
                $"{path} is a SQLite file of another program; nothing was changed in it.",
                null);
        }

        if (version > newest)
        {
            throw new StoreException(
                StoreFailure.NewerVersion,
                $"The store {path} has version {version}, this program knows versions up to {newest}: "
                + "use a newer program.",
                null);
        }

        return version;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
