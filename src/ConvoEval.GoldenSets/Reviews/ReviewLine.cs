using System;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// A line of a review sheet: what an annotator reads, and what they fill in. It says nothing of what a judge thought of the response.
/// </summary>
public sealed record ReviewLine
{
    /// <summary>Id of the draw.</summary>
    public required string Id { get; init; }

    /// <summary>Conversation of the response.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Turn of the response.</summary>
    public required int TurnIndex { get; init; }

    /// <summary>Version of the bot that responded.</summary>
    public required string BotVersion { get; init; }

    /// <summary>UTC day of the response; null = unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Golden item that applies: may be suggested, is for the annotator to set; null = none.</summary>
    public string? ItemId { get; init; }

    /// <summary>The user's question, masked.</summary>
    public required string Question { get; init; }

    /// <summary>The response of the bot, masked.</summary>
    public required string Response { get; init; }

    /// <summary>What the bot could know besides: user turns before, tool results, retrieved passages; masked.</summary>
    public string Context { get; init; } = "";

    /// <summary>Probability with which the response was drawn.</summary>
    public required double Probability { get; init; }

    /// <summary>For the annotator: the grade; null = not reviewed.</summary>
    public AnnotatedGrade? Grade { get; init; }

    /// <summary>For the annotator: what is wrong with a bad response; null = not said.</summary>
    public string? BadKind { get; init; }

    /// <summary>For the annotator: the reason in words.</summary>
    public string? Reason { get; init; }

    /// <summary>For the annotator: a pseudonym; null = the one given at import.</summary>
    public string? Annotator { get; init; }

    /// <summary>The line of a drawn response, not reviewed yet.</summary>
    public static ReviewLine Of(
        DrawnReview drawn, DateOnly? day, string? suggestedItem, string question, string response, string context)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        return new ReviewLine
        {
            Id = drawn.Id,
            Conversation = drawn.Candidate.Conversation,
            TurnIndex = drawn.Candidate.TurnIndex,
            BotVersion = drawn.Candidate.BotVersion,
            Day = day,
            ItemId = suggestedItem,
            Question = question,
            Response = response,
            Context = context,
            Probability = drawn.Probability,
        };
    }
}
