namespace ConvoEval.Ingestion.Identity;

/// <summary>How a conversation relates to what was seen under its key.</summary>
public enum IdentityOutcome
{
    /// <summary>First one under its key.</summary>
    New,

    /// <summary>Same content as a revision seen before: count it and drop it.</summary>
    Duplicate,

    /// <summary>The newest revision with more turns after it: a new revision.</summary>
    Reopened,

    /// <summary>Another content under the same key: reject it as conflicting_duplicate, the one seen first is kept.</summary>
    Conflict,
}
