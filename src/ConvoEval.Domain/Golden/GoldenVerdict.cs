using System;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Domain.Golden;

/// <summary>What an annotator said of one real response of the bot.</summary>
public sealed record GoldenVerdict
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Conversation of the response.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Turn of the response.</summary>
    public required int TurnIndex { get; init; }

    /// <summary>Version of the bot that responded.</summary>
    public required string BotVersion { get; init; }

    /// <summary>UTC day of the response, by which dated answers are chosen; null = unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The golden item it was judged against; null when none applies.</summary>
    public string? ItemId { get; init; }

    /// <summary>The question as the annotator saw it.</summary>
    public required string Question { get; init; }

    /// <summary>The response as the annotator saw it.</summary>
    public required string Response { get; init; }

    /// <summary>What the bot could know besides the golden answers: user turns, tool results, retrieved passages.</summary>
    public string Context { get; init; } = "";

    /// <summary>The verdict.</summary>
    public required AnnotatedGrade Grade { get; init; }

    /// <summary>What is wrong with a bad response: wrong_fact, forbidden, missing, off, procedure; null when not said or not bad.</summary>
    public string? BadKind { get; init; }

    /// <summary>The annotator's reason, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>Who annotated: authored, or a pseudonym of a person.</summary>
    public required string Annotator { get; init; }

    /// <summary>How the response came to be annotated.</summary>
    public required GoldenSampling Sampling { get; init; }

    /// <summary>Probability with which a random draw took it; null for curated ones.</summary>
    public double? DrawProbability { get; init; }
}
