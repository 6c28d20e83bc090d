namespace ConvoEval.Storage;

/// <summary>What went wrong with the store.</summary>
public enum StoreFailure
{
    /// <summary>There is no store at that place.</summary>
    Missing,

    /// <summary>The place cannot be opened.</summary>
    Unreachable,

    /// <summary>It is something else than a store of ours.</summary>
    NotAStore,

    /// <summary>It was written by a newer version of the program.</summary>
    NewerVersion,

    /// <summary>It has to be migrated before it can be opened for reading only.</summary>
    NeedsMigration,

    /// <summary>What it holds is broken.</summary>
    Damaged,

    /// <summary>No room is left.</summary>
    Full,

    /// <summary>It may be read only.</summary>
    ReadOnly,

    /// <summary>Somebody else held it for too long.</summary>
    Busy,

    /// <summary>Reading or writing failed below the store.</summary>
    InputOutput,

    /// <summary>A value is larger than the store can hold.</summary>
    TooLarge,

    /// <summary>No run has that name.</summary>
    UnknownRun,

    /// <summary>A run of that name exists.</summary>
    RunExists,

    /// <summary>The run is finished and takes nothing more.</summary>
    RunFinished,

    /// <summary>The batch is not the next one.</summary>
    BatchOutOfOrder,

    /// <summary>The run has that revision of that conversation already.</summary>
    DuplicateConversation,

    /// <summary>The run has no such revision of such a conversation.</summary>
    UnknownConversation,

    /// <summary>A retried verdict meets no standing unscored one.</summary>
    NothingToSupersede,

    /// <summary>A rule of the store was broken that no case above names.</summary>
    Rejected,
}
