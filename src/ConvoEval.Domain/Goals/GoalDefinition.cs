using System.Collections.Generic;

namespace ConvoEval.Domain.Goals;

/// <summary>What a user can come for, and what in the log shows that it was reached.</summary>
public sealed record GoalDefinition
{
    /// <summary>Id in snake case.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Definition in a sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>Intents of user turns that open the goal; empty = every conversation opens it.</summary>
    public IReadOnlyList<string> OpenedByIntents { get; init; } = [];

    /// <summary>Any one of these shows that the goal was reached. Checked in order of strength: event, tool call, intent, phrase.</summary>
    public required IReadOnlyList<GoalEvidence> ReachedBy { get; init; }
}
