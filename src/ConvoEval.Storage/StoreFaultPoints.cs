using System.Collections.Generic;

namespace ConvoEval.Storage;

/// <summary>
/// Places just before and just after each commit, announced to whoever opened the store, so that a test can kill the
/// process there.
/// </summary>
public static class StoreFaultPoints
{
    /// <summary>Before the migrations are committed. Announced only when there is something to migrate.</summary>
    public const string MigrateBeforeCommit = "store.migrate.before_commit";

    /// <summary>After the migrations were committed.</summary>
    public const string MigrateAfterCommit = "store.migrate.after_commit";

    /// <summary>Before a new run is committed.</summary>
    public const string StartBeforeCommit = "store.run.start.before_commit";

    /// <summary>After a new run was committed.</summary>
    public const string StartAfterCommit = "store.run.start.after_commit";

    /// <summary>Before a batch is committed, with all of it written.</summary>
    public const string BatchBeforeCommit = "store.batch.before_commit";

    /// <summary>After a batch was committed.</summary>
    public const string BatchAfterCommit = "store.batch.after_commit";

    /// <summary>Before the outcome of a run is committed.</summary>
    public const string FinishBeforeCommit = "store.run.finish.before_commit";

    /// <summary>After the outcome of a run was committed.</summary>
    public const string FinishAfterCommit = "store.run.finish.after_commit";

    /// <summary>Before retried verdicts are committed.</summary>
    public const string RetryBeforeCommit = "store.verdict.retry.before_commit";

    /// <summary>After retried verdicts were committed.</summary>
    public const string RetryAfterCommit = "store.verdict.retry.after_commit";

    /// <summary>All of them, in the order in which a run meets them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MigrateBeforeCommit, MigrateAfterCommit,
        StartBeforeCommit, StartAfterCommit,
        BatchBeforeCommit, BatchAfterCommit,
        FinishBeforeCommit, FinishAfterCommit,
        RetryBeforeCommit, RetryAfterCommit,
    ];
}
