using System;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Signals of the chat platform on one turn.</summary>
[Flags]
public enum TurnSignals
{
    /// <summary>Nothing noticed, or the source records no signals.</summary>
    None = 0,

    /// <summary>The bot matched no intent.</summary>
    NoMatch = 1,

    /// <summary>The user sent nothing.</summary>
    NoInput = 2,

    /// <summary>The user asked for a human.</summary>
    EscalationAsked = 4,

    /// <summary>The conversation was handed over at this turn.</summary>
    Escalated = 8,

    /// <summary>The user left after this turn.</summary>
    Abandoned = 16,

    /// <summary>A back-end call failed.</summary>
    WebhookFailed = 32,
}
