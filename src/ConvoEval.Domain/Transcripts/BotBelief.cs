using System.Collections.Generic;

namespace ConvoEval.Domain.Transcripts;

/// <summary>What the bot's own language understanding said of a user turn.</summary>
public sealed record BotBelief
{
    /// <summary>Name of the bot's model.</summary>
    public string? Model { get; init; }

    /// <summary>Candidates before any fallback rule replaced the first, best first.</summary>
    public IReadOnlyList<IntentCandidate> Top { get; init; } = [];

    /// <summary>The bot fell back; null when the source does not say.</summary>
    public bool? IsFallback { get; init; }
}
