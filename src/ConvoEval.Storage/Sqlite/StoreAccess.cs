namespace ConvoEval.Storage.Sqlite;

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>Read and write; the file is made and migrated where needed.</summary>
    ReadWrite,

    /// <summary>Read only, also beside a process that writes; nothing is made or migrated.</summary>
    ReadOnly,
}
