using System;
using System.Collections.Generic;

namespace ConvoEval.Domain.Transcripts;

/// <summary>
/// One conversation of a user with one version of a bot, as far as the source tells. Every member that is null or empty is
/// unknown, never zero.
/// </summary>
public sealed record Conversation
{
    /// <summary>Identity across exports and runs.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>1 for the first content seen under the key; a re-opened conversation is the next number.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The task that several versions were asked to do, for pairing; null when the conversation is unpaired.</summary>
    public string? ScenarioId { get; init; }

    /// <summary>Which repetition of the scenario this is, from 0.</summary>
    public int Trial { get; init; }

    /// <summary>Where the user wrote: web, app, whatsapp, voice, … as the source names it.</summary>
    public string? Channel { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the bot.</summary>
    public string? BotId { get; init; }

    /// <summary>Version of the bot; null when the source does not say, and then no version comparison uses it.</summary>
    public string? BotVersion { get; init; }

    /// <summary>First message, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Last message (not the timeout), UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended, in the words of the source.</summary>
    public EndReason EndReason { get; init; }

    /// <summary>Pseudonym of the user, to tell repeated contacts.</summary>
    public string? UserKey { get; init; }

    /// <summary>Free labels of the source. The tags test, internal, spam and attack exclude a conversation from KPIs.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Survey answers; null when nobody was asked or nobody answered.</summary>
    public Survey? Survey { get; init; }

    /// <summary>Business events in order of time.</summary>
    public IReadOnlyList<ConversationEvent> Events { get; init; } = [];

    /// <summary>Cost of the whole conversation; null when only turns carry costs, or nothing does.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>
    /// What the task expected, where the source ships the task with the conversation; null otherwise.
    /// </summary>
    public TaskExpectation? Expectation { get; init; }

    /// <summary>Turns in order.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }
}
