using System;

namespace ConvoEval.Storage.Sqlite;

/// <summary>How a SQLite store is opened.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>How conversations become bytes.</summary>
    public required ConversationCodec Codec { get; init; }

    /// <summary>What for. Default: read and write.</summary>
    public StoreAccess Access { get; init; } = StoreAccess.ReadWrite;

    /// <summary>How long to wait for another writer, at least a second. Default: 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Size at which the file counts as full, in bytes; null (default) = as much as the disk holds.</summary>
    public long? MaxSizeBytes { get; init; }

    /// <summary>
    /// Is told every name of <see cref="StoreFaultPoints"/> as it is passed; null (default) = nobody.
    /// </summary>
    public Action<string>? FaultPoint { get; init; }
}
