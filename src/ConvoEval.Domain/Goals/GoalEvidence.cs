using System.Collections.Generic;

namespace ConvoEval.Domain.Goals;

/// <summary>One way to see that a goal was reached: a closed hierarchy.</summary>
public abstract record GoalEvidence
{
    private protected GoalEvidence()
    {
    }

    /// <summary>An event of the conversation.</summary>
    public sealed record Event : GoalEvidence
    {
        /// <summary>Type of the event.</summary>
        public required string Type { get; init; }

        /// <summary>Name of the event; null = any.</summary>
        public string? Name { get; init; }

        /// <summary>Smallest amount that counts; null = any.</summary>
        public decimal? MinAmount { get; init; }
    }

    /// <summary>A tool call of the bot that did not fail.</summary>
    public sealed record Tool : GoalEvidence
    {
        /// <summary>Name of the tool.</summary>
        public required string Name { get; init; }
    }

    /// <summary>A user turn with an intent, such as an explicit thank-you after the answer.</summary>
    public sealed record Intent : GoalEvidence
    {
        /// <summary>Name of the intent.</summary>
        public required string Name { get; init; }
    }

    /// <summary>A phrase in a turn.</summary>
    public sealed record Phrase : GoalEvidence
    {
        /// <summary>Phrases, any of which counts; compared by words, without case and punctuation.</summary>
        public required IReadOnlyList<string> AnyOf { get; init; }

        /// <summary>True = said by the user, false = said by the bot.</summary>
        public bool IsSaidByUser { get; init; }
    }

    /// <summary>The expected actions of the scripted task were made and its values told.</summary>
    public sealed record ExpectedActions : GoalEvidence
    {
        /// <summary>Tools that only read, and so may be called freely.</summary>
        public IReadOnlyList<string> ReadOnlyTools { get; init; } = [];
    }
}
