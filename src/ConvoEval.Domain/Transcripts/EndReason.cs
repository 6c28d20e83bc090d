namespace ConvoEval.Domain.Transcripts;

/// <summary>How the source says that a conversation ended.</summary>
public enum EndReason
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>The source claims that the matter was settled.</summary>
    Resolved,

    /// <summary>The user went away before the matter was settled.</summary>
    UserLeft,

    /// <summary>A human agent took over.</summary>
    Handover,

    /// <summary>Nobody wrote anything for the quiet time.</summary>
    Timeout,
}
