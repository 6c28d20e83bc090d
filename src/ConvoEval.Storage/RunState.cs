namespace ConvoEval.Storage;

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>Started and not finished: at work, or killed and waiting to be resumed.</summary>
    Running,

    /// <summary>Finished; it takes no more batches.</summary>
    Finished,
}
