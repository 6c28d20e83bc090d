using System;

namespace ConvoEval.Storage;

/// <summary>The store cannot do what was asked. Nothing of the failed call was stored.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what failed.</summary>
    public StoreException(StoreFailure failure, string message, Exception? inner)
        : base(message, inner)
    {
        Failure = failure;
    }

    /// <summary>What went wrong.</summary>
    public StoreFailure Failure { get; }

    /// <summary>
    /// Whether the same call can succeed later without a change of the program or its input: true when the store was
    /// busy, full or failed below.
    /// </summary>
    public bool IsRetryUseful => Failure is StoreFailure.Busy or StoreFailure.Full or StoreFailure.InputOutput;
}
