using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Domain.Runs;

/// <summary>One row per conversation with all that the KPI formulas need. Null = unknown from this source.</summary>
public sealed record ConversationFacts
{
    /// <summary>Identity.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>Revision the facts were taken from.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Bot version; null = unknown.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Scenario for pairing.</summary>
    public string? ScenarioId { get; init; }

    /// <summary>Repetition of the scenario.</summary>
    public int Trial { get; init; }

    /// <summary>Night (UTC day of the start) the conversation belongs to.</summary>
    public DateOnly? Night { get; init; }

    /// <summary>User pseudonym.</summary>
    public string? UserKey { get; init; }

    /// <summary>Intent of the conversation: of the first user turn in scope, by the classifier; null when no model ran or none was in scope.</summary>
    public string? Intent { get; init; }

    /// <summary>Why the conversation does not count, in snake case (no_user_turn, test, internal, spam, attack_only); null = it counts.</summary>
    public string? ExcludedBecause { get; init; }

    /// <summary>Goals opened; null when goals are not defined.</summary>
    public int? GoalsOpened { get; init; }

    /// <summary>Goals reached without a human.</summary>
    public int? GoalsReached { get; init; }

    /// <summary>Goals whose outcome the judge could not tell.</summary>
    public int GoalsUnscored { get; init; }

    /// <summary>A hand-over was asked or made; null when the source records neither events nor end reasons.</summary>
    public bool? IsEscalated { get; init; }

    /// <summary>The user left or timed out with a goal open; null = unknown.</summary>
    public bool? IsAbandoned { get; init; }

    /// <summary>User turns with content.</summary>
    public int UserTurns { get; init; }

    /// <summary>Bot turns without an automatic greeting.</summary>
    public int BotTurns { get; init; }

    /// <summary>Bot turns that fell back.</summary>
    public int? FallbackTurns { get; init; }

    /// <summary>User turns that repeat an earlier question.</summary>
    public int ReAsks { get; init; }

    /// <summary>Seconds from the first user turn to the first bot reply.</summary>
    public double? FirstResponseSeconds { get; init; }

    /// <summary>Seconds from the first to the last message.</summary>
    public double? HandlingSeconds { get; init; }

    /// <summary>Cost of the conversation in US dollars.</summary>
    public double? CostUsd { get; init; }

    /// <summary>Responses judged not contradicted (or pass).</summary>
    public int ResponsesPassed { get; init; }

    /// <summary>Responses judged contradicted (or fail).</summary>
    public int ResponsesFailed { get; init; }

    /// <summary>Responses on which the judge abstained.</summary>
    public int ResponsesAbstained { get; init; }

    /// <summary>Responses that no golden answer covers.</summary>
    public int ResponsesUncovered { get; init; }

    /// <summary>Responses that should have a grade and have none.</summary>
    public int ResponsesUnscored { get; init; }

    /// <summary>Critical forbidden statements made.</summary>
    public int CriticalStatements { get; init; }

    /// <summary>User turns on which classifier and bot were comparable.</summary>
    public int BeliefTurns { get; init; }

    /// <summary>Of those, turns on which they disagreed.</summary>
    public int BeliefDisagreements { get; init; }

    /// <summary>User turns that the classifier put out of scope; null when no model ran.</summary>
    public int? OutOfScopeTurns { get; init; }
}
