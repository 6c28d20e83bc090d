using ConvoEval.Domain.Transcripts;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// A response that could be drawn for review. It holds no text, so that a million of them fit; the texts are read for those drawn.
/// </summary>
public sealed record ReviewCandidate
{
    /// <summary>Conversation of the response.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Turn of the response.</summary>
    public required int TurnIndex { get; init; }

    /// <summary>Version of the bot that responded.</summary>
    public required string BotVersion { get; init; }

    /// <summary>
    /// Group such as an intent, over which the draw spreads in proportion; empty = none. It changes no probability, only which
    /// responses come together.
    /// </summary>
    public string Stratum { get; init; } = "";

    /// <summary>Probability from 0 to 1 that the response is good, as the judge has it; null = the judge says nothing.</summary>
    public double? JudgeScore { get; init; }
}
